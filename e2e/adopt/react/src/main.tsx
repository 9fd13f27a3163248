import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Teas } from "./Teas";

createRoot(document.getElementById("root")!).render(
	<StrictMode>
		<Teas url="teas.json" />
	</StrictMode>,
);

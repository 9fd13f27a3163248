import $ from "godeferred";
import { useEffect, useRef, useState } from "react";

/** A list that is requested when it is shown, and slides open. */
export function Teas({ url }: { url: string }) {
	const [teas, setTeas] = useState<string[]>([]);
	const [status, setStatus] = useState("");
	const list = useRef<HTMLUListElement>(null);

	useEffect(() => {
		// StrictMode runs each effect twice: the first request is aborted, and changes nothing.
		const request = $.getJSON<string[]>(url);
		request.done(setTeas);
		request.fail((_, why) => why !== "abort" && setStatus(why));
		return () => void request.abort();
	}, [url]);

	useEffect(() => {
		if (teas.length === 0 || !list.current) return;
		const opening = $.slideDown(list.current, 50);
		opening.done(() => setStatus(`${teas.length} teas`));
		return () => void opening.abort();
	}, [teas]);

	return (
		<>
			<ul ref={list} style={{ display: "none" }}>
				{teas.map((tea) => (
					<li key={tea}>{tea}</li>
				))}
			</ul>
			<output>{status}</output>
		</>
	);
}

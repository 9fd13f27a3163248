import gd, { type DeferredPromise, type Deferred } from "./godeferred.js";
declare const p: DeferredPromise<[string], [Error], [number], Window>;
declare const d2: Deferred<[string, number]>;
declare const d0: Deferred<[]>;
declare const opt: ((s: string) => number) | undefined;
declare const u: DeferredPromise;
declare const x: any;
const t0 = p.then();
const t1 = p.then((s) => s.length);
const t2 = p.then((s) => d2);
const t3 = p.then(null, (e) => e.message);
const t4 = p.then((s) => Promise.resolve(1));
const t5 = p.then(function () { return this.name; }, async (e) => true, (n) => n > 1);
const t6 = p.then((s) => s ? p : 1).done((x) => {});
const t7 = p.then(opt);
const t8 = p.then((s) => x);
const t9 = p.then((s) => {});
const t10 = p.then((s) => { throw 1 });
const t11 = u.then((s) => s);
const t12 = d2.then((s, n) => n);
const t13 = p.then((s) => s === "1");
const t14 = p.catch(() => {});
const t15 = d2.promise({ a: 1 });
const t16 = d2.promise();
const t17 = p.finally(() => 1);
const t40 = gd.when(); const t41 = gd.when(1); const t42 = gd.when(d2); const t43 = gd.when(p, d2, d0, 1, Promise.resolve(true), u); const t44 = gd.when(...[p, p]); const t45 = gd.when(x); const t46 = gd.wrap(Promise.resolve(1)); const t47 = gd.wrap(d2); const t48 = gd.wrap(5); const t49 = gd.Deferred<[string]>(); const t50 = new gd.Deferred(); const t51 = gd.when(...([p] as const));const t52 = gd.Deferred<[a: string]>((d) => { const t53 = d; });
const t60 = p.pipe(), t61 = p.pipe((s) => d2), t62 = p.pipe((s) => Promise.resolve(1), () => true), t63=p.pipe(null, () => d2);
const t64 = p.then(() => Symbol()), t65 = p.then<number>(() => 1), t66 = p.then(() => null as unknown);
async function f() { const t20 = await d0; const t21 = await t6; const t22 = await t2; const t23 = await t5; const t24= await t0; const t25 = await t10;}
declare const aw: Awaited<typeof d2>;
const t26 = aw;
function gen<T>(q: DeferredPromise<[T]>): PromiseLike<T> { const t30 = q.then(v => v); return q; }
function gen2<T extends any[]>(q: DeferredPromise<T>): PromiseLike<T[0]> { return q; }
async function gen3<T>(q: DeferredPromise<[T]>): Promise<T> { const t31 = await q; return t31; }

// src/math/hypervolume.ts
function dominates(a, b) {
	let better = false;
	for (let k = 0; k < a.length; k++) {
		if (!(a[k] <= b[k])) return false;
		if (a[k] < b[k]) better = true;
	}
	return better;
}
function nondominated(points) {
	return [...points.keys()].filter((i) => points.every((other) => !dominates(other, points[i])));
}

// src/search/merit.ts
function isFeasible({ constraints }) {
	return constraints?.every((value) => value <= 0) ?? true;
}
function violation({ constraints = [] }, among) {
	return constraints.reduce((sum, value, k) => {
		if (value <= 0) return sum;
		if (!Number.isFinite(value)) return sum + 2;
		const misses = among.map((other) => other.constraints?.[k] ?? 0).filter(Number.isFinite);
		return sum + value / Math.max(value, ...misses);
	}, 0);
}
function isBetter(a, b, among) {
	const [fits, other] = [isFeasible(a), isFeasible(b)];
	if (fits !== other) return fits;
	if (!fits) return violation(a, among) < violation(b, among);
	return a.losses && b.losses ? dominates(a.losses, b.losses) : (a.loss ?? Infinity) < (b.loss ?? Infinity);
}
function byMerit(results) {
	const feasible = results.filter(isFeasible);
	const others = results.filter((result) => !isFeasible(result));
	const missed = new Map(others.map((result) => [result, violation(result, others)]));
	return [...feasible.some(({ losses }) => losses !== void 0 && losses.length > 1) ? byFronts(feasible) : [...feasible].sort((a, b) => order(a.loss, b.loss)), ...others.sort((a, b) => order(missed.get(a), missed.get(b)))];
}
function order(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function byFronts(results) {
	return [...fronts(results).flatMap((front) => {
		const room = crowdingDistances(front.map((result) => result.losses));
		const places = new Map(front.map((result, i) => [result, room[i]]));
		return [...front].sort((a, b) => order(places.get(b), places.get(a)));
	}), ...results.filter(({ losses }) => losses === void 0)];
}
function fronts(results) {
	const complete = results.filter(({ losses }) => losses !== void 0);
	const place = new Map(complete.map((result, i) => [result, i]));
	const sorted = [...complete].sort((a, b) => {
		const k = a.losses.findIndex((loss, i) => loss !== b.losses[i]);
		return k < 0 ? 0 : order(a.losses[k], b.losses[k]);
	});
	const found = [];
	for (const result of sorted) {
		const front = found.find((members) => !members.some((other) => dominates(other.losses, result.losses)));
		if (front) front.push(result);
		else found.push([result]);
	}
	return found.map((front) => front.sort((a, b) => place.get(a) - place.get(b)));
}
function crowdingDistances(points) {
	const distances = points.map(() => 0);
	for (const k of points[0]?.keys() ?? []) {
		const ranks = [...points.keys()].sort((a, b) => points[a][k] - points[b][k]);
		const [first, last] = [ranks[0], ranks.at(-1)];
		const range = points[last][k] / 2 - points[first][k] / 2;
		if (!(range > 0)) continue;
		distances[first] = Number.POSITIVE_INFINITY;
		distances[last] = Number.POSITIVE_INFINITY;
		for (let place = 1; place + 1 < ranks.length; place++) distances[ranks[place]] += (points[ranks[place + 1]][k] / 2 - points[ranks[place - 1]][k] / 2) / range;
	}
	return distances;
}

export { nondominated as a, isFeasible as i, fronts as n, isBetter as r, byMerit as t };
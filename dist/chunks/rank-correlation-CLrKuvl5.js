// src/math/rank-correlation.ts
function ranks(values) {
	const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
	const result = new Array(values.length);
	for (let from = 0; from < order.length;) {
		let to = from;
		while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
		for (let i = from; i <= to; i++) result[order[i]] = (from + to) / 2;
		from = to + 1;
	}
	return result;
}
function rankCorrelation(a, b) {
	const [x, y] = [ranks(a), ranks(b)];
	const middle = (x.length - 1) / 2;
	let [xy, xx, yy] = [
		0,
		0,
		0
	];
	for (let i = 0; i < x.length; i++) {
		const [dx, dy] = [x[i] - middle, y[i] - middle];
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	}
	return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

export { ranks as n, rankCorrelation as t };
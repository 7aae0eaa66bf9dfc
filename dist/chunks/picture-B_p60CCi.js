import { createHash } from "node:crypto";

// src/automl/images/picture.ts
function hashPicture({ height, width, channels, pixels }) {
	return createHash("sha256").update(`${height} ${width} ${channels} `).update(Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength)).digest("hex").slice(0, 20);
}
function limitSize(picture, size) {
	const { height, width } = picture;
	const scale = size / Math.max(height, width);
	if (scale >= 1) return picture;
	return resize(picture, Math.max(1, Math.round(height * scale)), Math.max(1, Math.round(width * scale)));
}
function resize(picture, height, width) {
	if (picture.height === height && picture.width === width) return picture;
	const { channels, pixels } = picture;
	const across = shares(picture.width, width);
	const down = shares(picture.height, height);
	const between = new Float32Array(picture.height * width * channels);
	for (let y = 0; y < picture.height; y++) across.forEach(({ from, weights }, x) => {
		for (let c = 0; c < channels; c++) {
			let sum = 0;
			for (let i = 0; i < weights.length; i++) sum += weights[i] * pixels[(y * picture.width + from + i) * channels + c];
			between[(y * width + x) * channels + c] = sum;
		}
	});
	const row = width * channels;
	const made = new Float32Array(height * row);
	down.forEach(({ from, weights }, y) => {
		for (let x = 0; x < row; x++) {
			let sum = 0;
			for (let i = 0; i < weights.length; i++) sum += weights[i] * between[(from + i) * row + x];
			made[y * row + x] = sum;
		}
	});
	return {
		height,
		width,
		channels,
		pixels: pixels instanceof Uint8Array ? Uint8Array.from(made, Math.round) : made
	};
}
function shares(of, to) {
	const scale = of / to;
	return Array.from({ length: to }, (_, i) => {
		if (scale >= 1) {
			const [begin, end] = [i * scale, Math.min((i + 1) * scale, of)];
			const from = Math.floor(begin + 1e-9);
			const last = Math.max(from, Math.ceil(end - 1e-9) - 1);
			return {
				from,
				weights: Array.from({ length: last - from + 1 }, (__, k) => (Math.min(end, from + k + 1) - Math.max(begin, from + k)) / (end - begin))
			};
		}
		const centre = Math.max(0, Math.min(of - 1, (i + .5) * scale - .5));
		const from = Math.min(Math.floor(centre), Math.max(0, of - 2));
		return of === 1 ? {
			from: 0,
			weights: [1]
		} : {
			from,
			weights: [1 - (centre - from), centre - from]
		};
	});
}
function withChannels(picture, channels) {
	const { height, width, pixels } = picture;
	if (picture.channels === channels) return picture;
	const size = height * width;
	const made = pixels instanceof Uint8Array ? new Uint8Array(size * channels) : new Float32Array(size * channels);
	for (let i = 0; i < size; i++) if (channels === 3) made.fill(pixels[i], 3 * i, 3 * i + 3);
	else made[i] = .299 * pixels[3 * i] + .587 * pixels[3 * i + 1] + .114 * pixels[3 * i + 2] + .5;
	return {
		height,
		width,
		channels,
		pixels: made
	};
}
function knownPicture(picture, size) {
	return {
		...limitSize(picture, size),
		hash: hashPicture(picture)
	};
}
function shapeOf(count, shape) {
	if (shape) {
		const [height, width, channels = 1] = shape;
		return height * width * channels === count ? [
			height,
			width,
			channels
		] : void 0;
	}
	for (const channels of [1, 3]) {
		const side = Math.round(Math.sqrt(count / channels));
		if (side > 0 && side * side * channels === count) return [
			side,
			side,
			channels
		];
	}
}

export { withChannels as i, resize as n, shapeOf as r, knownPicture as t };
import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";

// node_modules/hyparquet/src/constants.js
const ParquetTypes = [
	"BOOLEAN",
	"INT32",
	"INT64",
	"INT96",
	"FLOAT",
	"DOUBLE",
	"BYTE_ARRAY",
	"FIXED_LEN_BYTE_ARRAY"
];
const Encodings = [
	"PLAIN",
	"GROUP_VAR_INT",
	"PLAIN_DICTIONARY",
	"RLE",
	"BIT_PACKED",
	"DELTA_BINARY_PACKED",
	"DELTA_LENGTH_BYTE_ARRAY",
	"DELTA_BYTE_ARRAY",
	"RLE_DICTIONARY",
	"BYTE_STREAM_SPLIT",
	"ALP"
];
const FieldRepetitionTypes = [
	"REQUIRED",
	"OPTIONAL",
	"REPEATED"
];
const ConvertedTypes = [
	"UTF8",
	"MAP",
	"MAP_KEY_VALUE",
	"LIST",
	"ENUM",
	"DECIMAL",
	"DATE",
	"TIME_MILLIS",
	"TIME_MICROS",
	"TIMESTAMP_MILLIS",
	"TIMESTAMP_MICROS",
	"UINT_8",
	"UINT_16",
	"UINT_32",
	"UINT_64",
	"INT_8",
	"INT_16",
	"INT_32",
	"INT_64",
	"JSON",
	"BSON",
	"INTERVAL"
];
const CompressionCodecs = [
	"UNCOMPRESSED",
	"SNAPPY",
	"GZIP",
	"LZO",
	"BROTLI",
	"LZ4",
	"ZSTD",
	"LZ4_RAW"
];
const PageTypes = [
	"DATA_PAGE",
	"INDEX_PAGE",
	"DICTIONARY_PAGE",
	"DATA_PAGE_V2"
];
const BoundaryOrders = [
	"UNORDERED",
	"ASCENDING",
	"DESCENDING"
];
const EdgeInterpolationAlgorithms = [
	"SPHERICAL",
	"VINCENTY",
	"THOMAS",
	"ANDOYER",
	"KARNEY"
];

// node_modules/hyparquet/src/wkb.js
function wkbToGeojson(reader) {
	const flags = getFlags(reader);
	if (flags.type === 1) return {
		type: "Point",
		coordinates: readPosition(reader, flags)
	};
	else if (flags.type === 2) return {
		type: "LineString",
		coordinates: readLine(reader, flags)
	};
	else if (flags.type === 3) return {
		type: "Polygon",
		coordinates: readPolygon(reader, flags)
	};
	else if (flags.type === 4) {
		const points = [];
		for (let i = 0; i < flags.count; i++) points.push(readPosition(reader, getFlags(reader)));
		return {
			type: "MultiPoint",
			coordinates: points
		};
	} else if (flags.type === 5) {
		const lines = [];
		for (let i = 0; i < flags.count; i++) lines.push(readLine(reader, getFlags(reader)));
		return {
			type: "MultiLineString",
			coordinates: lines
		};
	} else if (flags.type === 6) {
		const polygons = [];
		for (let i = 0; i < flags.count; i++) polygons.push(readPolygon(reader, getFlags(reader)));
		return {
			type: "MultiPolygon",
			coordinates: polygons
		};
	} else if (flags.type === 7) {
		const geometries = [];
		for (let i = 0; i < flags.count; i++) geometries.push(wkbToGeojson(reader));
		return {
			type: "GeometryCollection",
			geometries
		};
	} else throw new Error(`Unsupported geometry type: ${flags.type}`);
}
function getFlags(reader) {
	const { view } = reader;
	const littleEndian = view.getUint8(reader.offset++) === 1;
	const rawType = view.getUint32(reader.offset, littleEndian);
	reader.offset += 4;
	const type = rawType % 1e3;
	const flags = Math.floor(rawType / 1e3);
	let count = 0;
	if (type > 1 && type <= 7) {
		count = view.getUint32(reader.offset, littleEndian);
		reader.offset += 4;
	}
	let dim = 2;
	if (flags) dim++;
	if (flags === 3) dim++;
	return {
		littleEndian,
		type,
		dim,
		count
	};
}
function readPosition(reader, flags) {
	const points = [];
	for (let i = 0; i < flags.dim; i++) {
		const coord = reader.view.getFloat64(reader.offset, flags.littleEndian);
		reader.offset += 8;
		points.push(coord);
	}
	return points;
}
function readLine(reader, flags) {
	const points = [];
	for (let i = 0; i < flags.count; i++) points.push(readPosition(reader, flags));
	return points;
}
function readPolygon(reader, flags) {
	const { view } = reader;
	const rings = [];
	for (let r = 0; r < flags.count; r++) {
		const count = view.getUint32(reader.offset, flags.littleEndian);
		reader.offset += 4;
		rings.push(readLine(reader, {
			...flags,
			count
		}));
	}
	return rings;
}

// node_modules/hyparquet/src/convert.js
const decoder$1 = new TextDecoder();
const DEFAULT_PARSERS = {
	timestampFromMilliseconds(millis) {
		return new Date(Number(millis));
	},
	timestampFromMicroseconds(micros) {
		return new Date(Number(micros / 1000n));
	},
	timestampFromNanoseconds(nanos) {
		return new Date(Number(nanos / 1000000n));
	},
	dateFromDays(days) {
		return /* @__PURE__ */ new Date(days * 864e5);
	},
	stringFromBytes(bytes) {
		return bytes && decoder$1.decode(bytes);
	},
	jsonFromBytes(bytes) {
		return bytes && JSON.parse(decoder$1.decode(bytes));
	},
	geometryFromBytes(bytes) {
		return bytes && wkbToGeojson({
			view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			offset: 0
		});
	},
	geographyFromBytes(bytes) {
		return bytes && wkbToGeojson({
			view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			offset: 0
		});
	},
	uuidFromBytes(bytes) {
		if (!bytes) return void 0;
		const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
		return hex.slice(0, 8) + "-" + hex.slice(8, 12) + "-" + hex.slice(12, 16) + "-" + hex.slice(16, 20) + "-" + hex.slice(20, 32);
	}
};
function convertWithDictionary(data, dictionary, encoding, columnDecoder) {
	if (dictionary && encoding.endsWith("_DICTIONARY")) {
		let output = data;
		if (data instanceof Uint8Array && !(dictionary instanceof Uint8Array)) output = new dictionary.constructor(data.length);
		for (let i = 0; i < data.length; i++) output[i] = dictionary[data[i]];
		return output;
	} else return convert(data, columnDecoder);
}
function convert(data, columnDecoder) {
	const { element, parsers, utf8 = true, schemaPath } = columnDecoder;
	const { type, converted_type: ctype, logical_type: ltype } = element;
	const nullable = element.repetition_type !== "REQUIRED";
	if (type === "BYTE_ARRAY" && element.name === "inline" && schemaPath?.at(-2)?.element.logical_type?.type === "FILE") return data;
	if (schemaPath?.some((s) => s.element.logical_type?.type === "VARIANT") && type === "BYTE_ARRAY" && ctype !== "UTF8" && ltype?.type !== "STRING") return data;
	if (ctype === "DECIMAL") {
		const scale = element.scale || 0;
		const factor = 10 ** scale;
		const arr = new Array(data.length);
		for (let i = 0; i < arr.length; i++) if (data[i] instanceof Uint8Array) arr[i] = scale > 308 ? parseDecimal(data[i]) * 10 ** -scale : parseDecimal(data[i]) / factor;
		else arr[i] = Number(data[i]) / factor;
		return arr;
	}
	if (!ctype && type === "INT96") return Array.from(data).map((v) => parsers.timestampFromNanoseconds(parseInt96Nanos(v)));
	if (ctype === "DATE") return Array.from(data).map((v) => parsers.dateFromDays(v));
	if (ctype === "TIMESTAMP_MILLIS") return Array.from(data).map((v) => parsers.timestampFromMilliseconds(v));
	if (ctype === "TIMESTAMP_MICROS") return Array.from(data).map((v) => parsers.timestampFromMicroseconds(v));
	if (ctype === "JSON") return data.map((v) => parsers.jsonFromBytes(v));
	if (ctype === "BSON") throw new Error("parquet bson not supported");
	if (ctype === "INTERVAL") throw new Error("parquet interval not supported");
	if (ltype?.type === "GEOMETRY") return data.map((v) => parsers.geometryFromBytes(v));
	if (ltype?.type === "GEOGRAPHY") return data.map((v) => parsers.geographyFromBytes(v));
	if (ltype?.type === "UUID") return data.map((v) => parsers.uuidFromBytes(v));
	if (ctype === "UTF8" || ltype?.type === "STRING" || utf8 && type === "BYTE_ARRAY") return data.map((v) => parsers.stringFromBytes(v));
	if (ctype === "UINT_64" || ltype?.type === "INTEGER" && ltype.bitWidth === 64 && !ltype.isSigned) {
		if (data instanceof BigInt64Array) return new BigUint64Array(data.buffer, data.byteOffset, data.length);
		const arr = nullable ? new Array(data.length) : new BigUint64Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = data[i];
		return arr;
	}
	if (ctype === "UINT_32" || ltype?.type === "INTEGER" && ltype.bitWidth === 32 && !ltype.isSigned) {
		if (data instanceof Int32Array) return new Uint32Array(data.buffer, data.byteOffset, data.length);
		const arr = nullable ? new Array(data.length) : new Uint32Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = data[i] < 0 ? 4294967296 + data[i] : data[i];
		return arr;
	}
	if (ltype?.type === "FLOAT16") return Array.from(data).map(parseFloat16);
	if (ltype?.type === "TIMESTAMP") {
		const { unit } = ltype;
		let parser = parsers.timestampFromMilliseconds;
		if (unit === "MICROS") parser = parsers.timestampFromMicroseconds;
		if (unit === "NANOS") parser = parsers.timestampFromNanoseconds;
		const arr = new Array(data.length);
		for (let i = 0; i < arr.length; i++) arr[i] = parser(data[i]);
		return arr;
	}
	return data;
}
function parseDecimal(bytes) {
	if (!bytes.length) return 0;
	let value = 0n;
	for (const byte of bytes) value = value * 256n + BigInt(byte);
	const bits = bytes.length * 8;
	if (value >= 2n ** BigInt(bits - 1)) value -= 2n ** BigInt(bits);
	return Number(value);
}
function parseInt96Nanos(value) {
	const days = (value >> 64n) - 2440588n;
	const nano = value & 18446744073709551615n;
	return days * 86400000000000n + nano;
}
function parseFloat16(bytes) {
	if (!bytes) return void 0;
	const int16 = bytes[1] << 8 | bytes[0];
	const sign = int16 >> 15 ? -1 : 1;
	const exp = int16 >> 10 & 31;
	const frac = int16 & 1023;
	if (exp === 0) return sign * 2 ** -14 * (frac / 1024);
	if (exp === 31) return frac ? NaN : sign * Infinity;
	return sign * 2 ** (exp - 15) * (1 + frac / 1024);
}

// node_modules/hyparquet/src/schema.js
function schemaTree(schema, rootIndex, path) {
	const element = schema[rootIndex];
	const children = [];
	let count = 1;
	if (element.num_children) while (children.length < element.num_children) {
		const childElement = schema[rootIndex + count];
		const child = schemaTree(schema, rootIndex + count, [...path, childElement.name]);
		count += child.count;
		children.push(child);
	}
	return {
		count,
		element,
		children,
		path
	};
}
function getSchemaPath(schema, name) {
	return getTreePath(schemaTree(schema, 0, []), name);
}
function getTreePath(tree, name) {
	const path = [tree];
	for (const part of name) {
		const child = tree.children.find((child) => child.element.name === part);
		if (!child) throw new Error(`parquet schema element not found: ${name}`);
		path.push(child);
		tree = child;
	}
	return path;
}
function getPhysicalColumns(schemaTree) {
	const columns = [];
	function traverse(node) {
		if (node.children.length) for (const child of node.children) traverse(child);
		else columns.push(node.path.join("."));
	}
	traverse(schemaTree);
	return columns;
}
function getMaxRepetitionLevel(schemaPath) {
	let maxLevel = 0;
	for (const { element } of schemaPath) if (element.repetition_type === "REPEATED") maxLevel++;
	return maxLevel;
}
function getMaxDefinitionLevel(schemaPath) {
	let maxLevel = 0;
	for (const { element } of schemaPath.slice(1)) if (element.repetition_type !== "REQUIRED") maxLevel++;
	return maxLevel;
}
function isListLike(schema) {
	if (!schema) return false;
	if (schema.element.converted_type !== "LIST") return false;
	if (schema.children.length > 1) return false;
	const firstChild = schema.children[0];
	if (firstChild.children.length > 1) return false;
	if (firstChild.element.repetition_type !== "REPEATED") return false;
	return true;
}
function isMapLike(schema) {
	if (!schema) return false;
	if (schema.element.converted_type !== "MAP") return false;
	if (schema.children.length > 1) return false;
	const firstChild = schema.children[0];
	if (firstChild.children.length !== 2) return false;
	if (firstChild.element.repetition_type !== "REPEATED") return false;
	if (firstChild.children.find((child) => child.element.name === "key")?.element.repetition_type === "REPEATED") return false;
	if (firstChild.children.find((child) => child.element.name === "value")?.element.repetition_type === "REPEATED") return false;
	return true;
}
function isFlatColumn(schemaPath) {
	if (schemaPath.length !== 2) return false;
	const [, column] = schemaPath;
	if (column.element.repetition_type === "REPEATED") return false;
	if (column.children.length) return false;
	return true;
}

// node_modules/hyparquet/src/thrift.js
const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I32 = 5;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;
function deserializeTCompactProtocol(reader) {
	const value = {};
	let fid = 0;
	while (true) {
		if (reader.offset >= reader.view.byteLength) throw new Error("thrift struct ended without STOP");
		const byte = reader.view.getUint8(reader.offset++);
		const type = byte & 15;
		if (type === STOP) break;
		const delta = byte >> 4;
		fid = delta ? fid + delta : readZigZag(reader);
		value[`field_${fid}`] = readElement(reader, type);
	}
	return value;
}
function readElement(reader, type) {
	switch (type) {
		case TRUE: return true;
		case FALSE: return false;
		case BYTE: return reader.view.getInt8(reader.offset++);
		case I16:
		case I32: return readZigZag(reader);
		case I64: return readZigZagBigInt(reader);
		case DOUBLE: {
			const value = reader.view.getFloat64(reader.offset, true);
			reader.offset += 8;
			return value;
		}
		case BINARY: {
			const stringLength = readVarInt(reader);
			if (reader.offset + stringLength > reader.view.byteLength) throw new Error(`thrift binary length ${stringLength} exceeds remaining ${reader.view.byteLength - reader.offset} bytes`);
			const strBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, stringLength);
			reader.offset += stringLength;
			return strBytes;
		}
		case LIST: {
			const byte = reader.view.getUint8(reader.offset++);
			const elemType = byte & 15;
			let listSize = byte >> 4;
			if (listSize === 15) listSize = readVarInt(reader);
			const boolType = elemType === TRUE || elemType === FALSE;
			const values = new Array(listSize);
			for (let i = 0; i < listSize; i++) values[i] = boolType ? readElement(reader, BYTE) === 1 : readElement(reader, elemType);
			return values;
		}
		case STRUCT: return deserializeTCompactProtocol(reader);
		default: throw new Error(`thrift unhandled type: ${type}`);
	}
}
function readVarInt(reader) {
	let result = 0;
	let shift = 0;
	while (true) {
		const byte = reader.view.getUint8(reader.offset++);
		result |= (byte & 127) << shift;
		if (!(byte & 128)) return result;
		shift += 7;
	}
}
function readVarBigInt(reader) {
	let result = 0n;
	let shift = 0n;
	while (true) {
		const byte = reader.view.getUint8(reader.offset++);
		result |= BigInt(byte & 127) << shift;
		if (!(byte & 128)) return result;
		shift += 7n;
	}
}
function readZigZag(reader) {
	const zigzag = readVarInt(reader);
	return zigzag >>> 1 ^ -(zigzag & 1);
}
function readZigZagBigInt(reader) {
	const zigzag = readVarBigInt(reader);
	return zigzag >> 1n ^ -(zigzag & 1n);
}

// node_modules/hyparquet/src/geoparquet.js
function markGeoColumns(schema, key_value_metadata) {
	const columns = /* @__PURE__ */ new Map();
	const geo = key_value_metadata?.find(({ key }) => key === "geo")?.value;
	const decodedColumns = (geo && JSON.parse(geo)?.columns) ?? {};
	for (const [name, column] of Object.entries(decodedColumns)) {
		if (column.encoding !== "WKB") continue;
		const type = column.edges === "spherical" ? "GEOGRAPHY" : "GEOMETRY";
		const id = column.crs?.id ?? column.crs?.ids?.[0];
		const crs = id ? `${id.authority}:${id.code.toString()}` : void 0;
		columns.set(name, {
			type,
			crs
		});
	}
	for (let i = 1; i < schema.length; i++) {
		const { logical_type, name, num_children, type } = schema[i];
		if (num_children) {
			i += num_children;
			continue;
		}
		if (type === "BYTE_ARRAY" && !logical_type) schema[i].logical_type = columns.get(name);
	}
}

// node_modules/hyparquet/src/metadata.js
const defaultInitialFetchSize = 1 << 19;
const decoder = new TextDecoder();
function decode(value) {
	return value && decoder.decode(value);
}
async function parquetMetadataAsync(asyncBuffer, { parsers, initialFetchSize = defaultInitialFetchSize, geoparquet = true } = {}) {
	if (!asyncBuffer || !(asyncBuffer.byteLength >= 0)) throw new Error("parquet expected AsyncBuffer");
	const footerOffset = Math.max(0, asyncBuffer.byteLength - initialFetchSize);
	const footerBuffer = await asyncBuffer.slice(footerOffset, asyncBuffer.byteLength);
	const footerView = new DataView(footerBuffer);
	if (footerView.getUint32(footerBuffer.byteLength - 4, true) !== 827474256) throw new Error("parquet file invalid (footer != PAR1)");
	const metadataLength = footerView.getUint32(footerBuffer.byteLength - 8, true);
	if (metadataLength > asyncBuffer.byteLength - 8) throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${asyncBuffer.byteLength - 8}`);
	if (metadataLength + 8 > initialFetchSize) {
		const metadataOffset = asyncBuffer.byteLength - metadataLength - 8;
		const metadataBuffer = await asyncBuffer.slice(metadataOffset, footerOffset);
		const combinedBuffer = new ArrayBuffer(metadataLength + 8);
		const combinedView = new Uint8Array(combinedBuffer);
		combinedView.set(new Uint8Array(metadataBuffer));
		combinedView.set(new Uint8Array(footerBuffer), footerOffset - metadataOffset);
		return parquetMetadata(combinedBuffer, {
			parsers,
			geoparquet
		});
	} else return parquetMetadata(footerBuffer, {
		parsers,
		geoparquet
	});
}
function parquetMetadata(arrayBuffer, { parsers, geoparquet = true } = {}) {
	let view;
	if (arrayBuffer instanceof ArrayBuffer) view = new DataView(arrayBuffer);
	else if (arrayBuffer instanceof Uint8Array) view = new DataView(arrayBuffer.buffer, arrayBuffer.byteOffset, arrayBuffer.byteLength);
	else throw new Error("parquet expected ArrayBuffer or Uint8Array");
	const allParsers = {
		...DEFAULT_PARSERS,
		...parsers
	};
	if (view.byteLength < 8) throw new Error("parquet file is too short");
	if (view.getUint32(view.byteLength - 4, true) !== 827474256) throw new Error("parquet file invalid (footer != PAR1)");
	const metadataLengthOffset = view.byteLength - 8;
	const metadataLength = view.getUint32(metadataLengthOffset, true);
	if (metadataLength > view.byteLength - 8) throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${view.byteLength - 8}`);
	const metadataOffset = metadataLengthOffset - metadataLength;
	const metadata = deserializeTCompactProtocol({
		view,
		offset: metadataOffset
	});
	const version = metadata.field_1;
	const schema = metadata.field_2.map((field) => ({
		type: ParquetTypes[field.field_1],
		type_length: field.field_2,
		repetition_type: FieldRepetitionTypes[field.field_3],
		name: decode(field.field_4),
		num_children: field.field_5,
		converted_type: ConvertedTypes[field.field_6],
		scale: field.field_7,
		precision: field.field_8,
		field_id: field.field_9,
		logical_type: logicalType(field.field_10)
	}));
	const columnSchema = schema.filter((e) => e.type);
	const num_rows = metadata.field_3;
	const row_groups = metadata.field_4.map((rowGroup) => ({
		columns: rowGroup.field_1.map((column, columnIndex) => ({
			file_path: decode(column.field_1),
			file_offset: column.field_2,
			meta_data: column.field_3 && {
				type: ParquetTypes[column.field_3.field_1],
				encodings: column.field_3.field_2?.map((e) => Encodings[e]),
				path_in_schema: column.field_3.field_3.map(decode),
				codec: CompressionCodecs[column.field_3.field_4],
				num_values: column.field_3.field_5,
				total_uncompressed_size: column.field_3.field_6,
				total_compressed_size: column.field_3.field_7,
				key_value_metadata: column.field_3.field_8?.map((kv) => ({
					key: decode(kv.field_1),
					value: decode(kv.field_2)
				})),
				data_page_offset: column.field_3.field_9,
				index_page_offset: column.field_3.field_10,
				dictionary_page_offset: column.field_3.field_11,
				statistics: convertStats(column.field_3.field_12, columnSchema[columnIndex], allParsers),
				encoding_stats: column.field_3.field_13?.map((encodingStat) => ({
					page_type: PageTypes[encodingStat.field_1],
					encoding: Encodings[encodingStat.field_2],
					count: encodingStat.field_3
				})),
				bloom_filter_offset: column.field_3.field_14,
				bloom_filter_length: column.field_3.field_15,
				size_statistics: column.field_3.field_16 && {
					unencoded_byte_array_data_bytes: column.field_3.field_16.field_1,
					repetition_level_histogram: column.field_3.field_16.field_2,
					definition_level_histogram: column.field_3.field_16.field_3
				},
				geospatial_statistics: column.field_3.field_17 && {
					bbox: column.field_3.field_17.field_1 && {
						xmin: column.field_3.field_17.field_1.field_1,
						xmax: column.field_3.field_17.field_1.field_2,
						ymin: column.field_3.field_17.field_1.field_3,
						ymax: column.field_3.field_17.field_1.field_4,
						zmin: column.field_3.field_17.field_1.field_5,
						zmax: column.field_3.field_17.field_1.field_6,
						mmin: column.field_3.field_17.field_1.field_7,
						mmax: column.field_3.field_17.field_1.field_8
					},
					geospatial_types: column.field_3.field_17.field_2
				}
			},
			offset_index_offset: column.field_4,
			offset_index_length: column.field_5,
			column_index_offset: column.field_6,
			column_index_length: column.field_7,
			crypto_metadata: column.field_8,
			encrypted_column_metadata: column.field_9
		})),
		total_byte_size: rowGroup.field_2,
		num_rows: rowGroup.field_3,
		sorting_columns: rowGroup.field_4?.map((sortingColumn) => ({
			column_idx: sortingColumn.field_1,
			descending: sortingColumn.field_2,
			nulls_first: sortingColumn.field_3
		})),
		file_offset: rowGroup.field_5,
		total_compressed_size: rowGroup.field_6,
		ordinal: rowGroup.field_7
	}));
	const key_value_metadata = metadata.field_5?.map((kv) => ({
		key: decode(kv.field_1),
		value: decode(kv.field_2)
	}));
	const created_by = decode(metadata.field_6);
	if (geoparquet) markGeoColumns(schema, key_value_metadata);
	return {
		version,
		schema,
		num_rows,
		row_groups,
		key_value_metadata,
		created_by,
		metadata_length: metadataLength
	};
}
function parquetSchema({ schema }) {
	return getSchemaPath(schema, [])[0];
}
function logicalType(logicalType) {
	if (logicalType?.field_1) return { type: "STRING" };
	if (logicalType?.field_2) return { type: "MAP" };
	if (logicalType?.field_3) return { type: "LIST" };
	if (logicalType?.field_4) return { type: "ENUM" };
	if (logicalType?.field_5) return {
		type: "DECIMAL",
		scale: logicalType.field_5.field_1,
		precision: logicalType.field_5.field_2
	};
	if (logicalType?.field_6) return { type: "DATE" };
	if (logicalType?.field_7) return {
		type: "TIME",
		isAdjustedToUTC: logicalType.field_7.field_1,
		unit: timeUnit(logicalType.field_7.field_2)
	};
	if (logicalType?.field_8) return {
		type: "TIMESTAMP",
		isAdjustedToUTC: logicalType.field_8.field_1,
		unit: timeUnit(logicalType.field_8.field_2)
	};
	if (logicalType?.field_10) return {
		type: "INTEGER",
		bitWidth: logicalType.field_10.field_1,
		isSigned: logicalType.field_10.field_2
	};
	if (logicalType?.field_11) return { type: "NULL" };
	if (logicalType?.field_12) return { type: "JSON" };
	if (logicalType?.field_13) return { type: "BSON" };
	if (logicalType?.field_14) return { type: "UUID" };
	if (logicalType?.field_15) return { type: "FLOAT16" };
	if (logicalType?.field_16) return {
		type: "VARIANT",
		specification_version: logicalType.field_16.field_1
	};
	if (logicalType?.field_17) return {
		type: "GEOMETRY",
		crs: decode(logicalType.field_17.field_1)
	};
	if (logicalType?.field_18) return {
		type: "GEOGRAPHY",
		crs: decode(logicalType.field_18.field_1),
		algorithm: EdgeInterpolationAlgorithms[logicalType.field_18.field_2]
	};
	if (logicalType?.field_19) return { type: "FILE" };
	return logicalType;
}
function timeUnit(unit) {
	if (unit.field_1) return "MILLIS";
	if (unit.field_2) return "MICROS";
	if (unit.field_3) return "NANOS";
	throw new Error("parquet time unit required");
}
function convertStats(stats, schema, parsers) {
	return stats && {
		max: convertMetadata(stats.field_1, schema, parsers),
		min: convertMetadata(stats.field_2, schema, parsers),
		null_count: stats.field_3,
		distinct_count: stats.field_4,
		max_value: convertMetadata(stats.field_5, schema, parsers),
		min_value: convertMetadata(stats.field_6, schema, parsers),
		is_max_value_exact: stats.field_7,
		is_min_value_exact: stats.field_8
	};
}
function convertMetadata(value, schema, parsers) {
	const { type, converted_type, logical_type } = schema;
	if (value === void 0) return value;
	if (type === "BOOLEAN") return value[0] === 1;
	if (type === "BYTE_ARRAY") return parsers.stringFromBytes(value);
	const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
	if (type === "FLOAT" && view.byteLength === 4) return view.getFloat32(0, true);
	if (type === "DOUBLE" && view.byteLength === 8) return view.getFloat64(0, true);
	if (type === "INT32" && converted_type === "DECIMAL" && view.byteLength === 4) return view.getInt32(0, true) / 10 ** (schema.scale || 0);
	if (type === "INT64" && converted_type === "DECIMAL" && view.byteLength === 8) return Number(view.getBigInt64(0, true)) / 10 ** (schema.scale || 0);
	if (type === "INT32" && converted_type === "DATE") return parsers.dateFromDays(view.getInt32(0, true));
	if (type === "INT64" && converted_type === "TIMESTAMP_MILLIS") return parsers.timestampFromMilliseconds(view.getBigInt64(0, true));
	if (type === "INT64" && converted_type === "TIMESTAMP_MICROS") return parsers.timestampFromMicroseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP" && logical_type?.unit === "NANOS") return parsers.timestampFromNanoseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP" && logical_type?.unit === "MICROS") return parsers.timestampFromMicroseconds(view.getBigInt64(0, true));
	if (type === "INT64" && logical_type?.type === "TIMESTAMP") return parsers.timestampFromMilliseconds(view.getBigInt64(0, true));
	const unsigned = converted_type?.startsWith("UINT_") || logical_type?.type === "INTEGER" && !logical_type.isSigned;
	if (type === "INT32" && unsigned && view.byteLength === 4) return view.getUint32(0, true);
	if (type === "INT64" && unsigned && view.byteLength === 8) return view.getBigUint64(0, true);
	if (type === "INT32" && view.byteLength === 4) return view.getInt32(0, true);
	if (type === "INT64" && view.byteLength === 8) return view.getBigInt64(0, true);
	if (converted_type === "DECIMAL") {
		const scale = schema.scale || 0;
		return scale > 308 ? parseDecimal(value) * 10 ** -scale : parseDecimal(value) / 10 ** scale;
	}
	if (logical_type?.type === "FLOAT16") return parseFloat16(value);
	if (logical_type?.type === "UUID") return parsers.uuidFromBytes(value);
	if (type === "FIXED_LEN_BYTE_ARRAY") return value;
	return value;
}

// src/automl/table.ts
var DataError = class extends Error {
	name = "DataError";
};
const missing = /* @__PURE__ */ new Set([
	"",
	"NA",
	"N/A",
	"n/a",
	"#N/A",
	"<NA>",
	"NaN",
	"nan",
	"NULL",
	"Null",
	"null",
	"None",
	"?"
]);
function jsonText(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function present(text) {
	return text.length < 5 && missing.has(text) ? "" : text;
}
function checkNames(names, file) {
	const seen = /* @__PURE__ */ new Set();
	names.forEach((name, i) => {
		if (name === "") throw new DataError(`${file}:1: column ${i + 1} has no name`);
		if (seen.has(name)) throw new DataError(`${file}:1: two columns are called ${JSON.stringify(name)}`);
		seen.add(name);
	});
}
function listed(names, most = 30) {
	return `${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;
}

// src/automl/row-sample.ts
const mostCells = 3e6;
const step = .75;
var RowSample = class {
	#mostRows;
	#threshold = 2 ** 32;
	constructor(columns, most = mostCells) {
		this.#mostRows = Math.max(1, Math.floor(most / Math.max(1, columns)));
	}
	keeps(hash) {
		return hash < this.#threshold;
	}
	expect(rows) {
		if (.9 * rows <= this.#mostRows) return;
		const steps = Math.floor(Math.log(this.#mostRows / (.9 * rows)) / Math.log(step));
		this.#threshold = 2 ** 32 * step ** Math.max(0, steps);
	}
	shrink(hashes) {
		if (hashes.length <= this.#mostRows) return void 0;
		let places = [...hashes.keys()];
		while (places.length > this.#mostRows) {
			const before = places.length;
			this.#threshold *= step;
			places = places.filter((place) => hashes[place] < this.#threshold);
			if (places.length === 0 || this.#threshold < 1 && places.length === before) {
				this.#threshold = 0;
				return [...hashes.keys()].slice(0, this.#mostRows);
			}
		}
		return places;
	}
};
function spread(value) {
	let mixed = Math.imul(value ^ value >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 12, 695872825);
	return (mixed ^ mixed >>> 15) >>> 0;
}
function hashText(text, begun = 2166136261) {
	let value = begun;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
	return value;
}
var RowCollector = class {
	#sample;
	#columns;
	#lines = [];
	#hashes = [];
	seen = 0;
	constructor(columns, most) {
		this.#sample = new RowSample(columns, most);
		this.#columns = Array.from({ length: columns }, () => []);
	}
	expect(rows) {
		this.#sample.expect(rows);
	}
	get rows() {
		return this.#lines.length;
	}
	wants(hash) {
		this.seen += 1;
		return this.#sample.keeps(hash);
	}
	add(texts, line, hash) {
		for (let j = 0; j < texts.length; j++) this.#columns[j].push(texts[j]);
		this.#lines.push(line);
		this.#hashes.push(hash);
		const places = this.#sample.shrink(this.#hashes);
		if (!places) return;
		this.#columns = this.#columns.map((column) => places.map((place) => column[place]));
		this.#lines = places.map((place) => this.#lines[place]);
		this.#hashes = places.map((place) => this.#hashes[place]);
	}
	addColumn() {
		this.#columns.push(new Array(this.rows).fill(""));
	}
	get content() {
		return {
			columns: this.#columns,
			lines: Int32Array.from(this.#lines),
			...this.seen > this.rows ? { drawnFrom: this.seen } : {}
		};
	}
};

// src/automl/utf8.ts
function decodeUtf8(bytes, shownAs) {
	if (isUtf8(bytes)) return bytes.toString("utf8");
	if (bytes[0] === 255 && bytes[1] === 254) throw new DataError(`${shownAs} is UTF-16: save it as UTF-8 (iconv -f UTF-16 -t UTF-8)`);
	const at = firstWrong(bytes);
	let line = 1;
	for (let i = 0; i < at; i++) if (bytes[i] === 10) line += 1;
	const byte = bytes[at].toString(16).padStart(2, "0");
	throw new DataError(`${shownAs}:${line}: byte 0x${byte} at offset ${at} is not UTF-8: save the file as UTF-8 (if it is Latin-1: iconv -f LATIN1 -t UTF-8)`);
}
function skipByteOrderMark(bytes, file) {
	if (bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255) throw new DataError(`${file} is UTF-16: save it as UTF-8`);
	return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
}
function badByte(bytes) {
	return `the byte 0x${bytes[firstWrong(bytes)].toString(16).padStart(2, "0").toUpperCase()}`;
}
function firstWrong(bytes) {
	let [good, end] = [0, bytes.length];
	while (good < end) {
		const middle = good + end + 1 >> 1;
		if (startsWell(bytes, middle)) good = middle;
		else end = middle - 1;
	}
	while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
	return good;
}
function startsWell(bytes, count) {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, count), { stream: true });
		return true;
	} catch {
		return false;
	}
}

// src/automl/record-reader.ts
const longestRow = 2 ** 26;
var RecordReader = class {
	file;
	line = 1;
	collector;
	#most;
	#expected = 0;
	#rest = Buffer.alloc(0);
	#begun = false;
	constructor(file, most) {
		this.file = file;
		this.#most = most;
	}
	get rows() {
		return this.collector?.seen ?? 0;
	}
	expect(rows) {
		this.#expected = rows;
	}
	push(chunk, last) {
		const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		let at = 0;
		if (!this.#begun) {
			if (bytes.length < 3 && !last) {
				this.#rest = bytes;
				return;
			}
			at = skipByteOrderMark(bytes, this.file);
			this.#begun = true;
		}
		while (at < bytes.length) {
			const next = this.record(bytes, at, last);
			if (next < 0) break;
			at = next;
		}
		this.#rest = bytes.subarray(at);
		if (this.#rest.length > longestRow) throw new DataError(`${this.file}:${this.line}: this row is longer than 64 MiB${this.whyLong}`);
	}
	take() {
		const table = this.table();
		this.collect(table.names.length);
		return table;
	}
	collect(columns) {
		this.collector = new RowCollector(columns, this.#most);
		this.collector.expect(this.#expected);
		return this.collector;
	}
};

// src/automl/delimited.ts
const [quote, space, tab, lineFeed, carriageReturn] = [
	34,
	32,
	9,
	10,
	13
];
const decimalComma = /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i;
var DelimitedReader = class extends RecordReader {
	whyLong = "; most likely a quote is opened here and never closed";
	#separator;
	#names;
	#starts = [];
	#ends = [];
	#quoted = [];
	#recordEnd = 0;
	#recordLines = 0;
	constructor(file, separator, most) {
		super(file, most);
		this.#separator = separator?.charCodeAt(0);
	}
	table() {
		if (this.#names === void 0 || this.collector === void 0) throw new DataError(`${this.file} is empty: the first row must name the columns`);
		return {
			file: this.file,
			names: this.#names,
			...this.collector.content
		};
	}
	record(bytes, from, last) {
		const next = this.#findFields(bytes, from, last);
		if (next < 0) return -1;
		const begun = this.line;
		this.line += this.#recordLines + 1;
		const [starts, ends] = [this.#starts, this.#ends];
		if (starts.length === 1 && bytes.subarray(starts[0], ends[0]).every((byte) => byte <= space)) return next;
		let [hash, seen] = [2166136261, 0];
		for (let i = from; i < this.#recordEnd; i++) {
			const byte = bytes[i];
			if (byte === 0) throw new DataError(`${this.file}:${begun}: there is a NUL byte in this row: the file is not text, or is UTF-16; save it as UTF-8`);
			seen |= byte;
			hash = Math.imul(hash ^ byte, 16777619);
		}
		if (this.#names === void 0 || this.collector === void 0) {
			this.#names = this.#texts(bytes, from, seen < 128, begun);
			checkNames(this.#names, this.file);
			this.collect(this.#names.length);
			return next;
		}
		if (starts.length !== this.#names.length) throw new DataError(`${this.file}:${begun}: this row has ${starts.length} fields, the header has ${this.#names.length} columns`);
		hash = spread(hash);
		if (!this.collector.wants(hash)) return next;
		const texts = this.#texts(bytes, from, seen < 128, begun);
		for (let j = 0; j < texts.length; j++) texts[j] = present(texts[j]);
		if (this.#separator === 59) {
			for (let j = 0; j < texts.length; j++) if (decimalComma.test(texts[j])) texts[j] = texts[j].replace(",", ".");
		}
		this.collector.add(texts, begun, hash);
		return next;
	}
	#findFields(bytes, from, last) {
		this.#separator ??= guessSeparator(bytes, from);
		const separator = this.#separator;
		const [starts, ends, quoted] = [
			this.#starts,
			this.#ends,
			this.#quoted
		];
		starts.length = ends.length = quoted.length = 0;
		this.#recordLines = 0;
		const length = bytes.length;
		let at = from;
		for (;;) {
			let start = at;
			while (bytes[start] === space || bytes[start] === tab && separator !== tab) start += 1;
			if (bytes[start] === quote) {
				const close = this.#closingQuote(bytes, start, last);
				if (close < 0) return -1;
				starts.push(start + 1);
				ends.push(close);
				at = close + 1;
				while (at < length && bytes[at] !== separator && !isLineEnd(bytes[at])) at += 1;
			} else {
				starts.push(at);
				while (at < length && bytes[at] !== separator && !isLineEnd(bytes[at])) at += 1;
				ends.push(at);
				quoted.push(0);
			}
			if (at >= length) {
				if (!last) return -1;
				break;
			}
			if (bytes[at] !== separator) break;
			at += 1;
		}
		this.#recordEnd = at;
		if (bytes[at] !== carriageReturn) return at + 1;
		if (at + 1 >= length && !last) return -1;
		return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
	}
	#closingQuote(bytes, start, last) {
		let close = start + 1;
		let doubled = false;
		for (;;) {
			close = bytes.indexOf(quote, close);
			if (close < 0 && last) throw new DataError(`${this.file}:${this.line}: a quote is opened here and never closed`);
			if (close < 0 || close + 1 >= bytes.length && !last) return -1;
			if (bytes[close + 1] !== quote) break;
			doubled = true;
			close += 2;
		}
		for (let i = start; i < close; i++) if (bytes[i] === lineFeed || bytes[i] === carriageReturn && bytes[i + 1] !== lineFeed) this.#recordLines += 1;
		this.#quoted.push(doubled ? 2 : 1);
		return close;
	}
	#texts(bytes, from, ascii, line) {
		const [starts, ends, quoted] = [
			this.#starts,
			this.#ends,
			this.#quoted
		];
		if (!ascii && !isUtf8(bytes.subarray(from, this.#recordEnd))) throw new DataError(`${this.file}:${line}: ${badByte(bytes.subarray(from, this.#recordEnd))} in this row is not UTF-8; save the file as UTF-8 (it may be in Latin-1 or Windows-1252)`);
		const whole = ascii ? bytes.toString("latin1", from, this.#recordEnd) : "";
		return starts.map((start, j) => {
			const end = ends[j];
			const text = ascii ? whole.slice(start - from, end - from) : bytes.toString("utf8", start, end);
			return (quoted[j] === 2 ? text.replaceAll("\"\"", "\"") : text).trim();
		});
	}
};
function isLineEnd(byte) {
	return byte === lineFeed || byte === carriageReturn;
}
function guessSeparator(bytes, from) {
	const counts = new Map([
		44,
		59,
		tab
	].map((mark) => [mark, 0]));
	let inQuotes = false;
	for (let i = from; i < bytes.length; i++) {
		const byte = bytes[i];
		if (byte === quote) inQuotes = !inQuotes;
		if (inQuotes) continue;
		if (isLineEnd(byte)) break;
		const count = counts.get(byte);
		if (count !== void 0) counts.set(byte, count + 1);
	}
	return [...counts].reduce((most, one) => one[1] > most[1] ? one : most)[0];
}

// src/automl/json-lines.ts
var JsonLinesReader = class extends RecordReader {
	whyLong = ": one JSON object a line is expected";
	#names = /* @__PURE__ */ new Map();
	constructor(file, most, names = []) {
		super(file, most);
		for (const name of names) this.#names.set(name, this.#names.size);
		if (names.length > 0) this.collect(names.length);
	}
	table() {
		if (!this.collector) throw new DataError(`${this.file} is empty: one JSON object a line is expected`);
		return {
			file: this.file,
			names: [...this.#names.keys()],
			...this.collector.content
		};
	}
	record(bytes, from, last) {
		const end = bytes.indexOf(10, from);
		if (end < 0 && !last) return -1;
		this.#row(bytes.subarray(from, end < 0 ? bytes.length : end));
		this.line += 1;
		return end < 0 ? bytes.length : end + 1;
	}
	#row(bytes) {
		let hash = 2166136261;
		let blank = true;
		for (const byte of bytes) {
			if (byte > 32) blank = false;
			hash = Math.imul(hash ^ byte, 16777619);
		}
		if (blank) return;
		hash = spread(hash);
		if (this.collector && !this.collector.wants(hash)) return;
		const place = `${this.file}:${this.line}`;
		if (!isUtf8(bytes)) throw new DataError(`${place}: ${badByte(bytes)} in this line is not UTF-8; save the file as UTF-8`);
		const row = jsonObject(bytes.toString("utf8"), place);
		let rows = this.collector;
		if (!rows) {
			rows = this.collect(Object.keys(row).length);
			rows.wants(hash);
			for (const key of Object.keys(row)) this.#names.set(key, this.#names.size);
		}
		for (const key of Object.keys(row)) if (!this.#names.has(key)) {
			this.#names.set(key, this.#names.size);
			rows.addColumn();
		}
		const texts = Array.from(this.#names.keys(), (name) => present(jsonText(row[name])));
		rows.add(texts, this.line, hash);
	}
};
function jsonObject(content, place) {
	let value;
	try {
		value = JSON.parse(content);
	} catch (error) {
		throw new DataError(`${place}: this line is not JSON: ${error.message}`);
	}
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new DataError(`${place}: a JSON object is expected, such as {"age": 41, "label": "yes"}`);
	return value;
}

// src/automl/table-file.ts
const endings = [
	".csv",
	".tsv",
	".jsonl",
	".ndjson",
	".parquet"
];
const chunkBytes = 2 ** 22;
async function readTable(file, shownAs = file, most = mostCells) {
	const ending = checkEnding(file, shownAs);
	if (ending === ".parquet") return (await import("./parquet-DCdoIAgq.js")).readParquet(file, shownAs, most);
	const reader = textReader(ending, shownAs, most);
	let first = true;
	for (const { chunk, last } of chunksOf(file, shownAs)) {
		if (first && !last) reader.expect(statSync(file).size / chunk.length * countLines(chunk));
		first = false;
		reader.push(chunk, last);
	}
	return reader.table();
}
const pieceRows = 4096;
async function* readPieces(file, shownAs, { bytes = chunkBytes, rows = pieceRows } = {}) {
	const ending = checkEnding(file, shownAs);
	if (ending === ".parquet") {
		yield* (await import("./parquet-DCdoIAgq.js")).parquetPieces(file, shownAs, rows);
		return;
	}
	if (isJsonLines(ending) && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
		yield* slices(await readTable(file, shownAs, Number.POSITIVE_INFINITY), rows);
		return;
	}
	const piecesOf = (names) => textPieces(textReader(ending, shownAs, Number.POSITIVE_INFINITY, names), file, shownAs, bytes);
	let names = [];
	if (isJsonLines(ending)) for (const piece of piecesOf([])) names = piece.names;
	for (const piece of piecesOf(names)) yield* slices(piece, rows);
}
function* textPieces(reader, file, shownAs, bytes) {
	let given = false;
	for (const { chunk, last } of chunksOf(file, shownAs, bytes)) {
		reader.push(chunk, last);
		if (reader.rows === 0 && (given || !last)) continue;
		given = true;
		yield reader.take();
	}
}
function* slices(table, rows) {
	if (table.lines.length <= rows) yield table;
	else for (let from = 0; from < table.lines.length; from += rows) yield {
		...table,
		columns: table.columns.map((column) => column.slice(from, from + rows)),
		lines: table.lines.slice(from, from + rows)
	};
}
function countLines(chunk) {
	let lines = 0;
	for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
	return lines;
}
function checkEnding(file, shownAs) {
	const ending = path.extname(file).toLowerCase();
	if (endings.includes(ending)) return ending;
	throw new DataError(`${shownAs}: a data file ends in ${endings.join(", ")}, not in ${ending || "nothing"}`);
}
function isJsonLines(ending) {
	return ending === ".jsonl" || ending === ".ndjson";
}
function textReader(ending, shownAs, most = mostCells, names = []) {
	if (isJsonLines(ending)) return new JsonLinesReader(shownAs, most, names);
	return new DelimitedReader(shownAs, ending === ".tsv" ? "	" : void 0, most);
}
function* chunksOf(file, shownAs, bytes = chunkBytes) {
	const failing = (act) => {
		try {
			return act();
		} catch (error) {
			throw unreadable(error, shownAs);
		}
	};
	const handle = failing(() => openSync(file, "r"));
	try {
		for (let last = false; !last;) {
			const chunk = Buffer.allocUnsafe(bytes);
			let length = 0;
			while (length < bytes) {
				const read = failing(() => readSync(handle, chunk, length, bytes - length, null));
				if (read === 0) break;
				length += read;
			}
			last = length < bytes;
			yield {
				chunk: chunk.subarray(0, length),
				last
			};
		}
	} finally {
		closeSync(handle);
	}
}
function unreadable(error, shownAs) {
	const { code, message } = error;
	const words = {
		ENOENT: `${shownAs}: there is no such data file`,
		EISDIR: `${shownAs} is a folder; name a data file in it`,
		EACCES: `${shownAs} cannot be read: permission denied`
	};
	return new DataError(words[code ?? ""] ?? `${shownAs} cannot be read: ${message}`, { cause: error });
}

// src/automl/parquet-footer.ts
function readFooter(file, shownAs) {
	const bytes = footerBytes(file, shownAs);
	try {
		const metadata = parquetMetadata(bytes);
		const columns = parquetSchema(metadata).children.map(({ element }) => ({
			name: element.name,
			isDate: element.converted_type === "DATE" || element.logical_type?.type === "DATE"
		}));
		checkNames(columns.map(({ name }) => name), shownAs);
		return {
			metadata,
			columns,
			rows: Number(metadata.num_rows)
		};
	} catch (error) {
		if (error instanceof DataError) throw error;
		throw damaged(shownAs, error);
	}
}
function damaged(shownAs, error) {
	return new DataError(`${shownAs} cannot be read as Parquet: ${error.message}; write the file again`, { cause: error });
}
function footerBytes(file, shownAs) {
	let handle;
	try {
		handle = openSync(file, "r");
		const { size } = fstatSync(handle);
		if (size === 0) throw new DataError(`${shownAs} is empty: a Parquet file is expected`);
		const ends = new Uint8Array(Math.min(8, size));
		readSync(handle, ends, 0, ends.length, size - ends.length);
		const mark = Buffer.from(ends).toString("latin1", 4);
		if (mark === "PARE") throw new DataError(`${shownAs} is encrypted, which cannot be read`);
		if (mark !== "PAR1") throw new DataError(`${shownAs} does not end as a Parquet file does: it is cut off, or of another format`);
		const length = new DataView(ends.buffer).getUint32(0, true) + 8;
		if (length > size) throw new DataError(`${shownAs} is a damaged Parquet file: write it again`);
		const bytes = new Uint8Array(length);
		for (let at = 0; at < length;) {
			const read = readSync(handle, bytes, at, length - at, size - length + at);
			if (read === 0) throw new DataError(`${shownAs} is a damaged Parquet file: write it again`);
			at += read;
		}
		return bytes;
	} catch (error) {
		throw error instanceof DataError ? error : unreadable(error, shownAs);
	} finally {
		if (handle !== void 0) closeSync(handle);
	}
}

export { isFlatColumn as A, readVarInt as C, getMaxRepetitionLevel as D, getMaxDefinitionLevel as E, convertWithDictionary as F, BoundaryOrders as I, Encodings as L, isMapLike as M, DEFAULT_PARSERS as N, getPhysicalColumns as O, convert as P, PageTypes as R, deserializeTCompactProtocol as S, readZigZagBigInt as T, listed as _, endings as a, parquetMetadataAsync as b, readTable as c, unreadable as d, decodeUtf8 as f, DataError as g, spread as h, chunksOf as i, isListLike as j, getTreePath as k, slices as l, hashText as m, readFooter as n, pieceRows as o, RowCollector as p, checkEnding as r, readPieces as s, damaged as t, textReader as u, present as v, readZigZag as w, parquetSchema as x, convertMetadata as y };
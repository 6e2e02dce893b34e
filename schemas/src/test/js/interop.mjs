// Reads what the Java serializers wrote and writes what they will read, with Confluent's own client.
// In:  {"product": base64, "search": base64} on standard input, the registry's URL as the argument.
// Out: {"product": {...}, "search": {...}, "written": base64, "registered": {"id": ..., "payload": base64}}.
import sr from "@confluentinc/schemaregistry";
import { readFileSync } from "node:fs";

const { SchemaRegistryClient, AvroSerializer, AvroDeserializer, SerdeType } = sr;

const client = new SchemaRegistryClient({ baseURLs: [process.argv[2]] });
const input = JSON.parse(readFileSync(0, "utf8"));

// The client leaves decimals as the bytes they are: big-endian two's complement, unscaled.
const unscaled = (bytes) => BigInt.asIntN(8 * bytes.length, BigInt("0x" + bytes.toString("hex"))).toString();
const bytesOf = (hex) => Buffer.from(hex, "hex");
const readable = (value) => {
  if (Buffer.isBuffer(value)) return unscaled(value);
  if (Array.isArray(value)) return value.map(readable);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, readable(field)]));
  }
  return value;
};

const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
const product = await deserializer.deserialize("products", Buffer.from(input.product, "base64"));
const search = await deserializer.deserialize("search-products", Buffer.from(input.search, "base64"));

const serializer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });
const written = await serializer.serialize("products", {
  product_id: "js-1",
  name: "Клавиатура ⌨",
  description: "",
  price: { amount: bytesOf("ff85"), currency: "EUR" }, // -123, which is -0.0123
  category: "c",
  brand: "b",
  stock: { available: 9007199254740990, reserved: -1 },
  sku: "s",
  tags: [],
  images: [{ url: "u", alt: "" }, { url: "v", alt: "w" }],
  specifications: { цвет: "чёрный", weight: "1 kg" },
  created_at: 1,
  updated_at: 1772366400123,
  index: null,
  store_id: "store",
});

// A schema of its own, registered from this side.
const note = {
  type: "record",
  name: "Note",
  namespace: "interop",
  fields: [
    { name: "text", type: "string" },
    { name: "maybe", type: ["null", "long"], default: null },
  ],
};
const id = await client.register("notes-value", { schemaType: "AVRO", schema: JSON.stringify(note) });
const payload = await serializer.serialize("notes", { text: "from JavaScript", maybe: 42 });

process.stdout.write(
  JSON.stringify({
    product: readable(product),
    search: readable(search),
    written: written.toString("base64"),
    registered: { id, payload: payload.toString("base64") },
  }),
);
process.exit(0);

import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {encodeFrame, FrameReader, type Report} from "../../src/kernel/process/orders.ts";
import {ConnectionError, parseConnection} from "../../src/kernel/server/connection.ts";
import {Streams} from "../../src/kernel/server/streams.ts";
import {Wire, WireError} from "../../src/kernel/server/wire.ts";

const framesOf = (wire: Wire, buffers: Uint8Array[] = []) =>
  wire
    .encode(wire.make("status", {execution_state: "busy"}, null, {identities: [Buffer.from("who")], buffers}))
    .map((frame) => Buffer.from(frame));

test("a message comes back as it was sent, with identities and buffers", () => {
  const wire = new Wire("sha256", "key");
  const {identities, header, content, parent, buffers} = wire.decode(framesOf(wire, [Buffer.from([1, 2])]));
  assert.deepEqual(
    [identities.map(String), header.msg_type, content, parent],
    [["who"], "status", {execution_state: "busy"}, null],
  );
  assert.deepEqual(buffers, [Buffer.from([1, 2])]);
});

test("whatever is changed in a signed message, it is dropped", () => {
  const wire = new Wire("sha256", "key");
  fc.assert(
    fc.property(fc.integer({min: 2, max: 6}), fc.nat(), fc.integer({min: 1, max: 255}), (frame, position, change) => {
      const frames = framesOf(wire);
      const changed = frames[frame] as Buffer;
      changed[position % changed.length] = (changed[position % changed.length] ?? 0) ^ change;
      assert.throws(() => wire.decode(frames), WireError);
    }),
  );
});

test("frames of any kind are no message, and no crash", () => {
  const wire = new Wire("sha256", "");
  const frame = fc.oneof(
    fc.constant(Buffer.from("<IDS|MSG>")),
    fc.uint8Array({maxLength: 20}).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(fc.array(frame, {maxLength: 9}), (frames) => {
      try {
        wire.decode(frames);
      } catch (error) {
        assert.ok(error instanceof WireError);
      }
    }),
  );
});

test("frames between the processes survive being cut anywhere", () => {
  const reports: Report[] = [
    {type: "ready"},
    {type: "text", run: 7, name: "stderr", text: "é\n😀"},
    {type: "event", run: 1, event: {type: "display", data: {"text/plain": "x".repeat(300)}, metadata: {}}},
  ];
  const bytes = Buffer.concat(reports.map(encodeFrame));
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), {maxLength: 12}), (cuts) => {
      const reader = new FrameReader<Report>();
      const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      assert.deepEqual(
        edges.slice(1).flatMap((end, n) => reader.push(bytes.subarray(edges[n], end))),
        reports,
      );
    }),
  );
});

test("text is joined for one owner, and flushed in order", () => {
  const sent: [string, string, string][] = [];
  const streams = new Streams<string>((owner, name, text) => sent.push([owner, name, text]));
  streams.write("a", "stdout", "1");
  streams.write("a", "stdout", "2");
  streams.write("a", "stderr", "3");
  streams.write("b", "stderr", "4");
  streams.flush();
  streams.flush();
  assert.deepEqual(sent, [
    ["a", "stdout", "12"],
    ["a", "stderr", "3"],
    ["b", "stderr", "4"],
  ]);
});

const GOOD = {
  shell_port: 1,
  iopub_port: 2,
  stdin_port: 3,
  control_port: 4,
  hb_port: 5,
  key: "k",
  ip: "127.0.0.1",
  transport: "tcp",
};
const BAD: [given: string, why: RegExp][] = [
  ["{", /not JSON/],
  ["[]", /no object/],
  ["{}", /shell_port is missing/],
  [JSON.stringify({...GOOD, hb_port: "5"}), /hb_port is "5"/],
  [JSON.stringify({...GOOD, hb_port: 70000}), /hb_port is 70000/],
  [JSON.stringify({...GOOD, transport: "udp"}), /transport is "udp"/],
  [JSON.stringify({...GOOD, signature_scheme: "rot13"}), /signature_scheme "rot13" is not known/],
];
for (const [given, why] of BAD) {
  test(`a connection file is refused in one line: ${why.source}`, () => {
    assert.throws(
      () => parseConnection(given, "c.json"),
      (error: unknown) => {
        assert.ok(error instanceof ConnectionError);
        assert.match(error.message, why);
        assert.match(error.message, /^c\.json: [^\n]+$/);
        return true;
      },
    );
  });
}

test("a connection file without signature scheme means hmac-sha256", () => {
  assert.equal(parseConnection(JSON.stringify(GOOD), "c.json").digest, "sha256");
});

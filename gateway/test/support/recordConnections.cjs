/** Preloaded into a process: writes every address that it dials or looks up to the file RECORD_FILE. */
const fs = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');

const record = (kind, target) => fs.appendFileSync(process.env.RECORD_FILE, `${kind} ${target}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const target =
    typeof first === 'object' ? (first.path ?? `${first.host ?? 'localhost'}:${first.port}`) : String(first);
  record('connect', target);
  return connect.apply(this, args);
};
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (!/^(lookup|resolve)/.test(name) || typeof resolver[name] !== 'function') continue;
    const original = resolver[name];
    resolver[name] = function (host, ...rest) {
      record('lookup', String(host));
      return original.call(this, host, ...rest);
    };
  }
}
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  record('datagram', String(args.at(-2)));
  return send.apply(this, args);
};

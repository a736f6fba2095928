/** Preloaded into every service: writes down each request that it receives, body and all. */
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const bodies = new WeakMap();

/** @param {string} folder one file per process goes there */
module.exports = (folder) => {
  const file = path.join(folder, `${process.pid}.jsonl`);
  const { push } = http.IncomingMessage.prototype;
  http.IncomingMessage.prototype.push = function (chunk, encoding) {
    if (this.statusCode === null) {
      const chunks = bodies.get(this) ?? [];
      bodies.set(this, chunks);
      if (chunk !== null) chunks.push(Buffer.from(chunk));
      else if (this.method === 'POST') {
        const { authorization: _secret, ...headers } = this.headers;
        const body = Buffer.concat(chunks).toString();
        const line = { program: process.argv[1], url: this.url, requestId: headers['x-request-id'], headers, body };
        fs.appendFileSync(file, `${JSON.stringify(line)}\n`);
      }
    }
    return push.call(this, chunk, encoding);
  };
};

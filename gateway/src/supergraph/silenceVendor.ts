/** INVARIANT I-14: Apollo's packages report to their vendor unless told not to; they are told before one is constructed. */

/** Switches of Apollo's packages that would send something out, and their silent values (undefined: unset). */
const SILENT: Readonly<Record<string, string | undefined>> = {
  APOLLO_TELEMETRY_DISABLED: '1',
  APOLLO_KEY: undefined,
  APOLLO_GRAPH_REF: undefined,
  APOLLO_GRAPH_ID: undefined,
  APOLLO_GRAPH_VARIANT: undefined,
  APOLLO_SCHEMA_REPORTING: undefined,
  APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: undefined,
  APOLLO_OUT_OF_BAND_REPORTER_ENDPOINT: undefined,
};

/** Turns vendor reporting off for this process, whatever the environment says. */
export function silenceVendor(): void {
  for (const [name, value] of Object.entries(SILENT)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** The server's settings: for a small machine, one user of it, and data that must survive a power cut. */

/** What may differ between clusters. */
export interface Settings {
  readonly port: number;
  /** `false` only for data that tests throw away. */
  readonly durable: boolean;
}

/** Command-line arguments of `postgres`; given on every start, so that a new version's settings reach old data. */
export function serverArguments({ port, durable }: Settings): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Six processes with pools of ten, twice, and room for people with psql.
    max_connections: 150,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    // One server, no replicas: bulk loads into new tables need not go through the log.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // Short statements: compiling them or spreading them over two cores costs more than it gives.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    // The access ledger promises that what is answered is logged.
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // INVARIANT I-8: an error's text, DETAIL and statement carry people's data; only the server's own life is logged.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_min_duration_statement: -1,
    log_checkpoints: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

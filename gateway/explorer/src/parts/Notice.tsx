/** Something that the reader has to know: what happened, and what to do. */
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly title: string;
  readonly kind?: 'info' | 'warning' | 'error';
  readonly children?: ReactNode;
}

/** Draws it; a screen reader says it at once. */
export function Notice({ title, kind = 'info', children }: NoticeProps) {
  return (
    <section className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

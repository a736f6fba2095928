/** A fault of the page itself: said as such, so that nobody takes an empty page for an empty answer. */
import { Component, type ReactNode } from 'react';
import { Notice } from './Notice.js';

interface ErrorBoundaryProps {
  readonly title: string;
  readonly next: string;
  readonly again: string;
  readonly children: ReactNode;
}

/** Shows what is below it, or that it broke. A class because React asks for one here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  /** What React asks for when something below has thrown. */
  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  /** Draws it. */
  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const { title, next, again } = this.props;
    return (
      <Notice kind="error" title={title}>
        <p>{next}</p>
        <button type="button" onClick={() => this.setState({ isBroken: false })}>
          {again}
        </button>
      </Notice>
    );
  }
}

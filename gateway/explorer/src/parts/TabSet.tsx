/** Tabs by the pattern that screen readers know (Radix): arrow keys between tabs, Tab into what is shown. */
import * as Tabs from '@radix-ui/react-tabs';
import type { ReactNode } from 'react';

/** One tab. */
export interface TabItem<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly content: ReactNode;
  /** Stays in the page while another is shown, so that what was typed is not lost. */
  readonly isKept?: boolean;
}

interface TabSetProps<Name extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Name>[];
  readonly shown: Name;
  readonly onShow: (name: Name) => void;
}

/** Draws them. */
export function TabSet<Name extends string>({ label, items, shown, onShow }: TabSetProps<Name>) {
  return (
    <Tabs.Root className="tabs" value={shown} onValueChange={(name) => onShow(name as Name)}>
      <Tabs.List className="tab-list" aria-label={label}>
        {items.map((item) => (
          <Tabs.Trigger key={item.name} value={item.name} className="tab">
            {item.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {items.map((item) => (
        <Tabs.Content
          key={item.name}
          value={item.name}
          className="tab-content"
          {...(item.isKept ? { forceMount: true as const } : {})}
        >
          {item.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

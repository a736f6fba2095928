/** The graph to read: type by type, or by what a field holds and who answers for it. */
import type { GraphQLSchema } from 'graphql';
import { useMemo, useState } from 'react';
import { useTexts } from '../app/language.js';
import { Choice } from '../parts/Choice.js';
import { Field } from '../parts/Field.js';
import { fill, wordFor } from '../texts/texts.js';
import { entriesOf, type FieldEntry, search, type SchemaSearch } from './fieldEntries.js';
import type { SchemaLabels } from './labelSchema.js';

interface SchemaBrowserProps {
  readonly schema: GraphQLSchema;
  readonly labels: SchemaLabels;
}

const MOST_SHOWN = 200;

/** Draws it. */
export function SchemaBrowser({ schema, labels }: SchemaBrowserProps) {
  const words = useTexts().schema;
  const [typeName, setTypeName] = useState('Query');
  const [wanted, setWanted] = useState<SchemaSearch>({ words: '', category: '', source: '' });
  const found = useMemo(() => search(schema, labels, wanted), [labels, schema, wanted]);
  const isSearching = wanted.words.trim() !== '' || wanted.category !== '' || wanted.source !== '';
  const go = (name: string) => {
    setTypeName(name);
    setWanted({ words: '', category: '', source: '' });
  };
  const type = schema.getType(typeName);
  return (
    <div className="reading">
      <SearchBar labels={labels} wanted={wanted} onChange={setWanted} />
      {isSearching && (
        <>
          <p role="status">{fill(words.found, { count: found.length })}</p>
          <EntryList entries={found.slice(0, MOST_SHOWN)} isNamedWhole onGo={go} />
        </>
      )}
      {!isSearching && type && (
        <>
          <div className="bar">
            <h3>{typeName}</h3>
            {['Query', 'Mutation']
              .filter((name) => name !== typeName && schema.getType(name))
              .map((name) => (
                <button key={name} type="button" className="link" onClick={() => go(name)}>
                  {name}
                </button>
              ))}
          </div>
          <p>{type.description}</p>
          <EntryList entries={entriesOf(type, labels)} onGo={go} />
        </>
      )}
    </div>
  );
}

interface SearchBarProps {
  readonly labels: SchemaLabels;
  readonly wanted: SchemaSearch;
  readonly onChange: (wanted: SchemaSearch) => void;
}

function SearchBar({ labels, wanted, onChange }: SearchBarProps) {
  const { schema, words } = useTexts();
  const all = Object.values(labels);
  const categories = [...new Set(all.flatMap(({ category }) => category ?? []))].toSorted();
  const sources = [...new Set(all.flatMap((label) => label.sources))].toSorted();
  const options = (codes: readonly string[], named: Readonly<Record<string, string>>) => [
    { value: '', label: schema.all },
    ...codes.map((value) => ({ value, label: wordFor(named, value) })),
  ];
  return (
    <div className="bar">
      <Field label={schema.search}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            value={wanted.words}
            onChange={(event) => onChange({ ...wanted, words: event.target.value })}
          />
        )}
      </Field>
      <Choice
        label={schema.category}
        value={wanted.category}
        onChange={(category) => onChange({ ...wanted, category })}
        options={options(categories, words.categories)}
      />
      <Choice
        label={schema.sector}
        value={wanted.source}
        onChange={(source) => onChange({ ...wanted, source })}
        options={options(sources, words.sectors)}
      />
    </div>
  );
}

interface EntryListProps {
  readonly entries: readonly FieldEntry[];
  readonly isNamedWhole?: boolean;
  readonly onGo: (type: string) => void;
}

function EntryList({ entries, isNamedWhole = false, onGo }: EntryListProps) {
  const { words } = useTexts();
  return (
    <ul className="plain entries">
      {entries.map((entry) => (
        <li key={entry.coordinate}>
          <p>
            <code>{isNamedWhole ? entry.coordinate : entry.name}</code>
            {entry.args.length > 0 && (
              <code className="args">({entry.args.map(({ name, type }) => `${name}: ${type}`).join(', ')})</code>
            )}
            {entry.leadsTo !== null && (
              <>
                {': '}
                <button type="button" className="link" onClick={() => onGo(entry.leadsTo!)}>
                  <code>{entry.type}</code>
                </button>
              </>
            )}{' '}
            {entry.category !== null && (
              <span className={`badge ${entry.category === 'PUBLIC' ? 'badge-open' : ''}`}>
                {wordFor(words.categories, entry.category)}
              </span>
            )}
            {entry.sources.map((source) => (
              <span key={source} className="badge badge-sector">
                {wordFor(words.sectors, source)}
              </span>
            ))}
          </p>
          <p className="hint">{entry.description}</p>
        </li>
      ))}
    </ul>
  );
}

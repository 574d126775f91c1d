import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearch } from '../../ui/search';
import css from './papers.module.css';

/** Search over all papers, transcripts and entries of the case; each find is one click from its page. */
export function SearchBox({ caseId }: { caseId: string }) {
  const [query, setQuery] = useState('');
  const found = useSearch(caseId, query, 40);
  const asked = query.trim().length > 2;
  return (
    <div className={css['search']}>
      <TextInput
        label="Search papers, transcripts and entries"
        value={query}
        onChange={(e) => setQuery(e.currentTarget.value)}
        w={340}
      />
      {asked && (
        <ul aria-label="Found" aria-live="polite">
          {found === null && <li>Searching …</li>}
          {found?.length === 0 && <li>Nothing holds all of these words.</li>}
          {found?.map((f) => (
            <li key={f.id}>
              <a href={`#/case/${caseId}/${f.place}`}>{f.title}</a> <span className="cite">{f.around}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

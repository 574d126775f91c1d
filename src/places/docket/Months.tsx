import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CaseView } from '../../ui/case-view';
import { MonthsPicture } from '../../ui/MonthsPicture';
import { useRows } from '../../ui/use-rows';

/** The negotiation as one picture: offers, dates, what is to be shown when, what came and what is out; the client’s own where it is wished. */
export function Months({ view }: { view: CaseView }) {
  const { id } = view.latest.case;
  const [withClient, setWithClient] = useState(false);
  const [offers, dates, disclosures] = [
    useRows('offers', id),
    useRows('dates', id),
    useRows('disclosures', id),
  ];
  const [productions, demands, clientEntries] = [
    useRows('productions', id),
    useRows('demands', id),
    useRows('clientEntries', id),
  ];
  const beside = useMemo(
    () =>
      offers && dates && disclosures && productions && demands && clientEntries
        ? {
            offers,
            dates,
            disclosures,
            productions,
            demands,
            ...(withClient ? { clientEntries } : {}),
          }
        : null,
    [offers, dates, disclosures, productions, demands, clientEntries, withClient],
  );
  if (!beside) return <p role="status">Reading the months …</p>;
  return (
    <>
      <MonthsPicture
        view={view}
        beside={beside}
        alt="Offers, dates, the plan, productions and demands over months; the tables of Docket and Discovery say the same"
      />
      {(clientEntries?.length ?? 0) > 0 && (
        <Checkbox
          size="xs"
          label="with what the client does"
          checked={withClient}
          onChange={(e) => setWithClient(e.currentTarget.checked)}
        />
      )}
    </>
  );
}

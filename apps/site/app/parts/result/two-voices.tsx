import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { SLOPE_WIDTH, slopes } from '../../models/two-voices';
import type { TwoVoicesItemView } from '../../views/results';
import { useFormat } from '../use-format';
import { Picture, WideTable } from './picture';

/** Two rankings side by side with a line for every proposal: steep ones are where people and money disagree. */
export function TwoVoices({ items, proposals }: { items: readonly TwoVoicesItemView[]; proposals: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { height, edge, names, lines } = slopes(items);
  const apart = items.filter((item) => item.apart);
  const byVotes = [...items].sort((a, b) => a.voteRank - b.voteRank);
  const title = t('voices.picture');
  return (
    <Picture
      title={title}
      reading={
        items.every(({ backers }) => backers === 0)
          ? t('voices.noPledges')
          : apart.length
            ? t('voices.apartReading', {
                count: apart.length,
                titles: format.list(apart.map((item) => t('result.quoted', { title: item.title }))),
              })
            : t('voices.together')
      }
      table={
        <WideTable label={title}>
          <table className="stack voices" role="table">
            <caption>{t('voices.caption')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  {t('result.proposal')}
                </th>
                {(['voteRank', 'votes', 'pledgeRank', 'pledged', 'backers'] as const).map((head) => (
                  <th key={head} scope="col" role="columnheader" className="number">
                    {t(`voices.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {byVotes.map((item) => (
                <tr key={item.proposalId} role="row">
                  <th scope="row" role="rowheader">
                    <a href={`${proposals}/${item.proposalId}`}>{item.title}</a>{' '}
                    {item.apart && <small className="tag">{t('voices.apart')}</small>}
                  </th>
                  <td className="number" role="cell" data-label={t('voices.voteRank')}>
                    {format.number(item.voteRank)}
                  </td>
                  <td className="number" role="cell" data-label={t('voices.votes')}>
                    {format.number(item.votes)}
                  </td>
                  <td className="number" role="cell" data-label={t('voices.pledgeRank')}>
                    {format.number(item.pledgeRank)}
                  </td>
                  <td className="number" role="cell" data-label={t('voices.pledged')}>
                    {format.money(item.pledged)}
                  </td>
                  <td className="number" role="cell" data-label={t('voices.backers')}>
                    {format.number(item.backers)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      }
    >
      <svg viewBox={`0 -22 ${SLOPE_WIDTH} ${height + 24}`} className="flow" aria-hidden="true" focusable="false">
        <text x="0" y="-6">
          {t('voices.byVotes')}
        </text>
        <text x={SLOPE_WIDTH} y="-6" textAnchor="end">
          {t('voices.byPledges')}
        </text>
        {lines.map((line) => (
          <path
            key={line.id}
            d={`M${names} ${line.left}C${(names + SLOPE_WIDTH) / 2} ${line.left} ${(names + SLOPE_WIDTH) / 2} ${line.right} ${SLOPE_WIDTH - edge} ${line.right}`}
            className={line.apart ? 'slope-apart' : 'slope'}
          />
        ))}
        {lines.map((line) => (
          <text key={line.id} x={edge + 2} y={line.left + 4}>
            {line.name}
          </text>
        ))}
        {[...new Set(items.map(({ voteRank }) => voteRank))].map((rank) => (
          <Place key={rank} x={edge / 2} rank={rank} />
        ))}
        {[...new Set(items.map(({ pledgeRank }) => pledgeRank))].map((rank) => (
          <Place key={rank} x={SLOPE_WIDTH - edge / 2} rank={rank} />
        ))}
      </svg>
      <p className="quiet">{t('voices.never')}</p>
    </Picture>
  );
}

function Place({ x, rank }: { x: number; rank: number }): ReactNode {
  const y = 15 + (rank - 1) * 30;
  return (
    <g>
      <circle cx={x} cy={y} r="12" className="place" />
      <text x={x} y={y + 5} textAnchor="middle" className="on-segment">
        {rank}
      </text>
    </g>
  );
}

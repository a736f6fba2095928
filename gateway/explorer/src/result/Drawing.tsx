/** Bars or a line as SVG (Recharts): no style or script of its own making, so the policy has nothing to object to. */
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

interface DrawingProps {
  readonly kind: 'BAR' | 'LINE';
  readonly points: readonly { readonly label: string; readonly value: number }[];
  readonly title: string;
  readonly language: string;
}

/** Draws it. The arrow keys go from point to point. */
export function Drawing({ kind, points, title, language }: DrawingProps) {
  const data = [...points];
  const isWhole = points.every(({ value }) => Number.isInteger(value));
  const asNumber = (value: unknown) => Number(value).toLocaleString(language, { maximumFractionDigits: 2 });
  const axes = [
    <CartesianGrid key="grid" vertical={false} stroke="var(--line)" />,
    <XAxis
      key="x"
      dataKey="label"
      stroke="var(--soft)"
      tick={{ fill: 'var(--text)', fontSize: 12 }}
      interval="preserveStartEnd"
    />,
    <YAxis
      key="y"
      stroke="var(--soft)"
      tick={{ fill: 'var(--text)', fontSize: 12 }}
      tickFormatter={asNumber}
      allowDecimals={!isWhole}
      width={64}
    />,
    <Tooltip
      key="tip"
      formatter={(value) => [asNumber(value), '']}
      separator=""
      contentStyle={{ background: 'var(--raised)', borderColor: 'var(--line)', color: 'var(--text)' }}
      itemStyle={{ color: 'var(--text)' }}
      cursor={{ fill: 'var(--hover)', stroke: 'var(--line)' }}
    />,
  ];
  return (
    <div className="drawing">
      <ResponsiveContainer width="100%" height="100%">
        {kind === 'BAR' ? (
          <BarChart data={data} accessibilityLayer title={title}>
            {axes}
            <Bar dataKey="value" fill="var(--accent)" isAnimationActive={false} />
          </BarChart>
        ) : (
          <LineChart data={data} accessibilityLayer title={title}>
            {axes}
            <Line
              dataKey="value"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={points.length < 60}
              isAnimationActive={false}
            />
          </LineChart>
        )}
      </ResponsiveContainer>
    </div>
  );
}

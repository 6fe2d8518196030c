import { cx } from '../kit/cx.ts'

const WIDTHS = ['46%', '30%', '52%', '38%', '58%', '26%']

export function ThreadSkeleton() {
  return (
    <div className="min-h-0 flex-1 thread-ground" aria-busy="true">
      <div className="flex h-full animate-[appear_140ms_150ms_both] flex-col justify-end gap-2 p-5" aria-hidden>
        {WIDTHS.map((width, index) => (
          <span
            key={width}
            className={cx('h-10 rounded-xl! skeleton', index % 3 === 1 ? 'self-end' : 'self-start')}
            style={{ width }}
          />
        ))}
      </div>
    </div>
  )
}

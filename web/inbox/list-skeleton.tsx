/** Rows to come; shown only after 150 ms, so that a quick answer never flickers. */
export function ListSkeleton({ rows }: { readonly rows: number }) {
  return (
    <div aria-hidden className="animate-[appear_140ms_150ms_both]">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex gap-3 border-b border-border px-3.5 py-3">
          <span className="size-10 shrink-0 rounded-full! skeleton" />
          <span className="flex flex-1 flex-col gap-2 pt-1">
            <span className="h-3 skeleton" style={{ width: `${45 + ((index * 17) % 30)}%` }} />
            <span className="h-3 skeleton" style={{ width: `${65 + ((index * 23) % 30)}%` }} />
          </span>
        </div>
      ))}
    </div>
  )
}

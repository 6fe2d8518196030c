/** The page to come: four figures, two charts, a table. Shown only after 150 ms. */
export function CostsSkeleton() {
  return (
    <div aria-hidden className="flex animate-[appear_140ms_150ms_both] flex-col gap-5">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {Array.from({ length: 4 }, (_, index) => (
          <div
            key={index}
            className="flex h-18 flex-col gap-2.5 rounded-lg border border-border bg-surface px-4 py-3.5"
          >
            <span className="h-3 w-1/2 skeleton" />
            <span className="h-5 w-2/3 skeleton" />
          </div>
        ))}
      </div>
      <div className="grid gap-5 md:grid-cols-2">
        <span className="h-44 skeleton" />
        <span className="h-44 skeleton" />
      </div>
      <span className="h-56 skeleton" />
    </div>
  )
}

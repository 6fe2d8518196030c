/** The thread: a stroke that goes on. */
export function Brand({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M7 18.5c2.2-5 4.6-6.6 6.4-5.4 2.6 1.7 1.6 6.9 4.4 7.4 2.2.4 4.4-2.4 7.2-7"
        fill="none"
        className="stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  )
}

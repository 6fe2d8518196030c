import { useTitle } from './use-title.ts'

/** What a page is called: on it, and on the tab. */
export function PageHeading({ children: title }: { readonly children: string }) {
  useTitle(title)
  return <h1 className="text-xl font-semibold tracking-[-0.01em]">{title}</h1>
}

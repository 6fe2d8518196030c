import type { ProblemView } from '#contract/views.ts'
import type { DialogProps } from './dialog-props.ts'
import { later } from './later.tsx'

export const Dialog = later<DialogProps>(() => import('./dialog-frame.tsx'))

/** What can be done, the best of it last; on a telephone side by side and large enough for a thumb. */
export const DialogFooter = ({ children }: Pick<DialogProps, 'children'>) => (
  <div className="flex justify-end gap-2 border-t border-border px-5 py-3 max-md:*:h-11 max-md:*:flex-1">
    {children}
  </div>
)

/** Why it was not done. */
export const DialogProblem = ({ problem }: { readonly problem: Pick<ProblemView, 'title' | 'detail'> | null }) =>
  problem && (
    <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm font-medium text-danger">
      {problem.detail || problem.title}
    </p>
  )

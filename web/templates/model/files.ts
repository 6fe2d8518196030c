/** How a sample file of ours stands in a draft until it is Meta's: instead of the handle Meta gives. */
const OURS = 'media:'

export const handleOf = (mediaId: string): string => OURS + mediaId
/** Our id of a sample file; null: it is at Meta. */
export const mediaIdOf = (handle: string): string | null => (handle.startsWith(OURS) ? handle.slice(OURS.length) : null)

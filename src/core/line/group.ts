/**
 * What lines of one group share, and the business portfolio that owns the group: its are the limit of people begun with and
 * the user ids, which mean nobody in another one (cloud-api §1.12, §4.2).
 */
export type LineGroup = { readonly name: string; readonly portfolioKey: string; readonly portfolioName: string }

/** What says something that nobody wrote. `away`: tells somebody that nobody is there. */
export type HouseRule = 'away'

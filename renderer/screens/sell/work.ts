/** What the work pane is for, while the till itself asks for nothing else. */
export type Work = 'tiles' | 'cash' | 'card' | 'other'

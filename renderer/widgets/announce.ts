let place: HTMLElement | null = null

/** Says a sentence to a screen reader, politely: after what it is saying, also while a dialog is open. */
export function announce(sentence: string): void {
  if (place === null) {
    place = document.createElement('div')
    place.className = 'spoken'
    place.setAttribute('role', 'status')
    // react-aria hides everything beside an open dialog from screen readers, except what carries this.
    place.setAttribute('data-live-announcer', 'true')
    document.body.append(place)
  }
  // A line of its own each time: the same sentence twice is heard twice.
  const line = document.createElement('p')
  line.textContent = sentence
  place.replaceChildren(line)
}

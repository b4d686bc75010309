# English. Sentence case, short; no full stop on single sentences.

## Menus and commands

menu-file = File
menu-go = Go
menu-view = View
menu-time = Time
menu-help = Help
menu-lanes = Lanes by

command-open = Open a chronicle folder…
command-open-built-in = Open the built-in chronicle
command-reload = Read the files again
command-save-picture = Save picture…
command-copy-citation = Copy the event with its sources
command-quit = Quit
command-previous-event = Previous event
command-next-event = Next event
command-first-event = First event
command-last-event = Last event
command-scenes = Scenes…
command-look-at-selection = Look at the selection
command-fit-all = Show everything
command-reset-view = Back to the opening view
command-deselect = Select nothing, or close the window on top
command-undo = Undo the last move
command-redo = Redo the move
command-both-panes = Map and chronology
command-map-only = Map alone
command-timeline-only = Chronology alone
command-reader = Reader
command-fold-reader = Fold the reader away
command-place-names = Names of places
command-actual-tracks = Tracks as they happened
command-planned-tracks = Tracks as they were ordered
command-old-style = Dates in both styles
command-next-grouping = Next way of making lanes
command-map-in = Map nearer
command-map-out = Map farther
command-map-west = Map to the west
command-map-east = Map to the east
command-map-north = Map to the north
command-map-south = Map to the south
command-theme-light = Light
command-theme-dark = Dark
command-theme-print = Print
language-az = Azərbaycanca
language-en = English
language-ru = Русский
language-tr = Türkçe
command-play = Play
command-pause = Pause
command-slower = Slower
command-faster = Faster
command-time-in = Time nearer
command-time-out = Time farther
command-time-back = Earlier
command-time-forward = Later
command-help = Keys and commands
command-about = About this chronicle
command-problems = Problems in the files
command-go-there = Go there
command-look-at-it = Look at it closely

grouping-side = Side
grouping-kind = Kind
grouping-source = Source
grouping-none = None

speed-name = How much time passes in a second
speed-ten-minutes = 10 minutes a second
speed-hour = 1 hour a second
speed-three-hours = 3 hours a second
speed-half-day = 12 hours a second
speed-day = 1 day a second
speed-week = 1 week a second
speed-month = 1 month a second
speed-year = 1 year a second
speed-decade = 10 years a second

## Panes

map-name = Map
chronology-name = Chronology
language-name = Language
theme-name = Colours
lane-events = Events
lane-rest = Others
splitter-reader = Width of the reader
splitter-timeline = Height of the chronology
cursor-name = Time cursor: { $date }
chronology-more =
    { $amount ->
        [one] { $number } more event here; click to zoom in
       *[other] { $number } more events here; click to zoom in
    }
map-events-here =
    { $amount ->
        [one] { $number } event here in this period
       *[other] { $number } events here in this period; a double-click lists them all
    }
unit-kilometres = { $number } km
unit-metres = { $number } m

legend-happened = Happened
legend-planned = Planned or ordered
legend-covered = Route covered
legend-ahead = Route still ahead
legend-ordered = Route as ordered
legend-conjectural = Route not known, drawn straight

## Reader

reader-where = Where
reader-who = Who
reader-from = From
reader-to = To
reader-position = { $number } of { $total }
reader-nothing = Choose an event in the chronology or on the map, or press N for the next one. F1 shows all keys.
section-accounts = Who says so
section-relations = Connected with
section-events-here = Events here
section-stops = Stops
place-no-events = No event of this chronicle is placed here
place-old-name = Then called { $name }
place-precision = within { $number } km
date-reason = Date: { $reason }
accounts-differ = The accounts differ
differ-time = on when it was
differ-place = on where it was
differ-count = on how many there were
account-inference = Inferred: { $inference }
source-through = read in { $source }
locator-page = page { $number }
locator-paragraph = paragraph { $number }
locator-footnote = footnote { $number }
status-actual = happened
status-planned = planned

relation-fulfils-to = Carried out:
relation-fulfils-from = Was carried out by:
relation-part-of-to = Part of:
relation-part-of-from = Contains:
relation-answers-to = Answers:
relation-answers-from = Was answered by:
relation-caused-by-to = Followed from:
relation-caused-by-from = Led to:
relation-contradicts-to = Contradicts:
relation-contradicts-from = Is contradicted by:

kind-movement = Movement
kind-battle = Fighting
kind-reconnaissance = Reconnaissance
kind-preparation = Preparation
kind-order = Order
kind-ultimatum = Ultimatum
kind-note = Note
kind-telegram = Telegram
kind-letter = Letter
kind-speech = Speech
kind-decision = Decision
kind-proclamation = Proclamation
kind-congress = Congress
kind-agreement = Agreement
kind-negotiation = Talks
kind-takeover = Takeover
kind-uprising = Uprising
kind-repression = Repression
kind-landing = Landing
kind-refugees = Refugees
kind-losses = Losses
kind-administration = Administration
kind-other = Other

place-city = City
place-town = Town
place-village = Village
place-station = Railway station
place-bridge = Bridge
place-quarter = Quarter
place-region = Region
place-water = Water
place-coast = Coast
place-mountain = Mountains

count-about = about { $number }
count-soldiers = { $amount ->
    [one] { $number } soldier
   *[other] { $number } soldiers
}
count-cavalry = { $amount ->
    [one] { $number } mounted soldier
   *[other] { $number } mounted soldiers
}
count-guns = { $amount ->
    [one] { $number } gun
   *[other] { $number } guns
}
count-machine-guns = { $amount ->
    [one] { $number } machine gun
   *[other] { $number } machine guns
}
count-rifles = { $amount ->
    [one] { $number } rifle
   *[other] { $number } rifles
}
count-armoured-trains = { $amount ->
    [one] { $number } armoured train
   *[other] { $number } armoured trains
}
count-armoured-cars = { $amount ->
    [one] { $number } armoured car
   *[other] { $number } armoured cars
}
count-aircraft = { $amount ->
    [one] { $number } aircraft
   *[other] { $number } aircraft
}
count-ships = { $amount ->
    [one] { $number } ship
   *[other] { $number } ships
}
count-companies = { $amount ->
    [one] { $number } company
   *[other] { $number } companies
}
count-regiments = { $amount ->
    [one] { $number } regiment
   *[other] { $number } regiments
}
count-divisions = { $amount ->
    [one] { $number } division
   *[other] { $number } divisions
}
count-prisoners = { $amount ->
    [one] { $number } prisoner
   *[other] { $number } prisoners
}
count-dead = { $amount ->
    [one] { $number } dead
   *[other] { $number } dead
}
count-wounded = { $amount ->
    [one] { $number } wounded
   *[other] { $number } wounded
}
count-arrested = { $amount ->
    [one] { $number } arrested
   *[other] { $number } arrested
}
count-executed = { $amount ->
    [one] { $number } executed
   *[other] { $number } executed
}
count-refugees = { $amount ->
    [one] { $number } refugee
   *[other] { $number } refugees
}
count-members = { $amount ->
    [one] { $number } member
   *[other] { $number } members
}
count-villages = { $amount ->
    [one] { $number } village
   *[other] { $number } villages
}
count-times = { $amount ->
    [one] { $number } time
   *[other] { $number } times
}
count-minutes = { $amount ->
    [one] { $number } minute
   *[other] { $number } minutes
}
count-hours = { $amount ->
    [one] { $number } hour
   *[other] { $number } hours
}
count-days = { $amount ->
    [one] { $number } day
   *[other] { $number } days
}
count-months = { $amount ->
    [one] { $number } month
   *[other] { $number } months
}
count-years = { $amount ->
    [one] { $number } year
   *[other] { $number } years
}
count-kilometres = { $number } km
count-officers = { $amount ->
    [one] { $number } officer
   *[other] { $number } officers
}
count-battalions = { $amount ->
    [one] { $number } battalion
   *[other] { $number } battalions
}
count-squadrons = { $amount ->
    [one] { $number } squadron
   *[other] { $number } squadrons
}
count-batteries = { $amount ->
    [one] { $number } battery
   *[other] { $number } batteries
}
count-detachments = { $amount ->
    [one] { $number } detachment
   *[other] { $number } detachments
}
count-swords = { $amount ->
    [one] { $number } sabre
   *[other] { $number } sabres
}
count-bombs = { $amount ->
    [one] { $number } bomb
   *[other] { $number } bombs
}
count-rounds = { $amount ->
    [one] { $number } round
   *[other] { $number } rounds
}
count-horses = { $amount ->
    [one] { $number } horse
   *[other] { $number } horses
}
count-wagons = { $amount ->
    [one] { $number } wagon
   *[other] { $number } wagons
}
count-locomotives = { $amount ->
    [one] { $number } locomotive
   *[other] { $number } locomotives
}
count-barges = { $amount ->
    [one] { $number } barge
   *[other] { $number } barges
}
count-factories = { $amount ->
    [one] { $number } factory
   *[other] { $number } factories
}
count-civilians = { $amount ->
    [one] { $number } civilian
   *[other] { $number } civilians
}
count-inhabitants = { $amount ->
    [one] { $number } inhabitant
   *[other] { $number } inhabitants
}
count-houses = { $amount ->
    [one] { $number } house
   *[other] { $number } houses
}
count-missing = { $amount ->
    [one] { $number } missing
   *[other] { $number } missing
}
count-losses = { $amount ->
    [one] { $number } lost
   *[other] { $number } lost
}
count-hostages = { $amount ->
    [one] { $number } hostage
   *[other] { $number } hostages
}
count-seats = { $amount ->
    [one] { $number } seat
   *[other] { $number } seats
}
count-votes = { $amount ->
    [one] { $number } vote
   *[other] { $number } votes
}
count-telegrams = { $amount ->
    [one] { $number } telegram
   *[other] { $number } telegrams
}
count-points = { $amount ->
    [one] { $number } clause
   *[other] { $number } clauses
}
count-weeks = { $amount ->
    [one] { $number } week
   *[other] { $number } weeks
}
count-square-kilometres = { $number } sq. km
count-poods = { $amount ->
    [one] { $number } pood
   *[other] { $number } poods
}
count-tonnes = { $amount ->
    [one] { $number } tonne
   *[other] { $number } tonnes
}
count-roubles = { $amount ->
    [one] { $number } rouble
   *[other] { $number } roubles
}
count-percent = { $number } %

## Windows

close = Close
cancel = Cancel
help-title = Keys and commands
help-mouse = The wheel zooms at the pointer, dragging moves, a click selects, a double-click looks closer, the other button offers more.
about-title = About this chronicle
about-sources = Sources and their standpoint
problems-title = Problems in the files
problems-intro = The records named here were left out or are incomplete. Everything else is shown.
problems-none = Nothing is wrong with this chronicle's files
problems-copy = Copy the list
problems-count =
    { $amount ->
        [one] { $number } problem
       *[other] { $number } problems
    }
scenes-title = Scenes
picture-title = Save picture
picture-size = Size
picture-size-slide = Slide, 1920 × 1080
picture-size-4k = 4K, 3840 × 2160
picture-size-school = Old projector, 1024 × 768
picture-size-a4 = A4 for printing, 300 dpi
picture-size-square = Square, 1080 × 1080
picture-size-own = Another size
picture-parts = Shows
picture-file = File
picture-browse = Choose…
picture-pixels = { $width } × { $height } pixels
picture-save = Save
picture-too-large = A picture of this size cannot be drawn
picture-sources = Sources: { $sources }
picture-more-sources = { $amount ->
    [one] and { $number } more work cited in these
   *[other] and { $number } more works cited in these
}
empty-title = Nothing to show yet
empty-text = This chronicle has no events. Open another folder, or drop one onto the window.
empty-text-problems = The files of this chronicle could not be used. The list of problems says what to put right; the built-in chronicle always works.
status-copied = Copied
status-no-folder = No folder was chosen; a folder can also be dropped onto the window
status-saved = Saved: { $path }
status-still-busy = This is still in progress
busy-open = Opening…
busy-dialog = Waiting for the file dialog…
busy-picture = Drawing the picture…

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-in-date-1 = January
month-in-date-2 = February
month-in-date-3 = March
month-in-date-4 = April
month-in-date-5 = May
month-in-date-6 = June
month-in-date-7 = July
month-in-date-8 = August
month-in-date-9 = September
month-in-date-10 = October
month-in-date-11 = November
month-in-date-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
season-1 = spring
season-2 = summer
season-3 = autumn
season-4 = winter
ordinal-1 = 1st
ordinal-2 = 2nd
ordinal-3 = 3rd
ordinal-4 = 4th
ordinal-5 = 5th
ordinal-6 = 6th
ordinal-7 = 7th
ordinal-8 = 8th
ordinal-9 = 9th
ordinal-10 = 10th
ordinal-11 = 11th
ordinal-12 = 12th
ordinal-13 = 13th
ordinal-14 = 14th
ordinal-15 = 15th
ordinal-16 = 16th
ordinal-17 = 17th
ordinal-18 = 18th
ordinal-19 = 19th
ordinal-20 = 20th
ordinal-21 = 21st
ordinal-22 = 22nd
ordinal-23 = 23rd
ordinal-24 = 24th
ordinal-25 = 25th
ordinal-26 = 26th
ordinal-27 = 27th
ordinal-28 = 28th
ordinal-29 = 29th
ordinal-30 = 30th
date-day = { $day } { $month } { $year }
date-day-no-year = { $day } { $month }
date-month = { $month } { $year }
date-season = { $season } { $year }
date-year = { $year }
date-decade = { $year }s
date-century = { $ordinal } century
date-millennium = { $ordinal } millennium
date-bce = { $year } BCE
date-ce = { $year } CE
date-clock = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-hour = { $date }, { $hour }:00–{ $hour }:59
date-range = { $from } – { $to }
date-range-in-month = { $from }–{ $to } { $month } { $year }
date-range-in-year = { $from } – { $to } { $year }
date-range-of-months = { $from }–{ $to } { $year }
date-range-of-years = { $from }–{ $to }
date-range-in-day = { $date }, { $from }–{ $to }
date-between = between { $from } and { $to }
date-open-start = until { $to }
date-open-end = from { $from }
date-unknown-start = until { $to }, start unknown
date-unknown-end = from { $from }, end unknown
date-or-earlier = { $date } or earlier
date-or-later = { $date } or later
date-approximate = about { $date }
date-uncertain = { $date } (?)
date-old-style = { $new } ({ $old } Old Style)
date-old-style-in-year = { $new } ({ $old } Old Style) { $year }
date-list = { $list }, { $last }
date-all-of = { $list } and { $last }
date-one-of = { $list } or { $last }
date-day-of-unknown-month = day { $day } of an unknown month, { $year }
date-unknown-digit = ?
date-unknown = date unknown
tick-day = { $day } { $month }
tick-day-year = { $day } { $month } { $year }
tick-month-year = { $month } { $year }

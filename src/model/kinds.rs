//! Closed lists: the kinds of events, places, actors, counts and relations.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$item_doc:meta])* $item:ident = $key:literal),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize,
        )]
        pub enum $name {
            $($(#[$item_doc])* $item),+
        }

        impl $name {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$item),+];

            /// The key of this kind's name in the message files and in exported data.
            pub fn key(self) -> &'static str {
                match self { $(Self::$item => $key),+ }
            }
        }
    };
}

kinds! {
    /// What sort of thing happened.
    EventKind {
        /// Troops, trains or ships move.
        Movement = "movement",
        /// Fighting.
        Battle = "battle",
        /// Looking before going.
        Reconnaissance = "reconnaissance",
        /// Getting ready.
        Preparation = "preparation",
        /// A military order.
        Order = "order",
        /// A demand with a term.
        Ultimatum = "ultimatum",
        /// A diplomatic note.
        Note = "note",
        /// A telegram.
        Telegram = "telegram",
        /// A letter or report.
        Letter = "letter",
        /// A speech or public appeal.
        Speech = "speech",
        /// A decision of a body.
        Decision = "decision",
        /// A declaration or decree.
        Proclamation = "proclamation",
        /// A congress or conference.
        Congress = "congress",
        /// An agreement or treaty.
        Agreement = "agreement",
        /// Talks.
        Negotiation = "negotiation",
        /// A place or an office changes hands.
        Takeover = "takeover",
        /// A rising.
        Uprising = "uprising",
        /// Arrests, executions and the like.
        Repression = "repression",
        /// A landing from the sea.
        Landing = "landing",
        /// People in flight.
        Refugees = "refugees",
        /// Losses.
        Losses = "losses",
        /// Offices and institutions.
        Administration = "administration",
        /// Anything else.
        Other = "other",
    }
}

kinds! {
    /// Whether a record tells what happened or what was meant to happen.
    Status {
        /// It happened, according to the accounts.
        Actual = "actual",
        /// It was ordered, planned or intended.
        Planned = "planned",
    }
}

kinds! {
    /// What sort of place.
    PlaceKind {
        /// A city.
        City = "city",
        /// A town.
        Town = "town",
        /// A village or settlement.
        Village = "village",
        /// A railway station.
        Station = "station",
        /// A bridge.
        Bridge = "bridge",
        /// A quarter or district of a city.
        Quarter = "quarter",
        /// A region or district; its point is a label point.
        Region = "region",
        /// A river or other water; its point is a label point.
        Water = "water",
        /// A cape, island or peninsula.
        Coast = "coast",
        /// A mountain or pass.
        Mountain = "mountain",
    }
}

kinds! {
    /// What sort of actor.
    ActorKind {
        /// A military unit or vessel.
        Unit = "unit",
        /// A person.
        Person = "person",
        /// A committee, parliament, government or party.
        Body = "body",
    }
}

kinds! {
    /// The symbol of an actor on the map.
    UnitSymbol {
        /// An armoured train.
        ArmouredTrain = "armoured-train",
        /// Infantry.
        Infantry = "infantry",
        /// Cavalry.
        Cavalry = "cavalry",
        /// A ship or flotilla.
        Ship = "ship",
        /// A headquarters.
        Headquarters = "headquarters",
        /// A detachment or armed group.
        Detachment = "detachment",
        /// A person.
        Person = "person",
        /// A body.
        Body = "body",
    }
}

kinds! {
    /// What a line on the map is.
    LineKind {
        /// A railway.
        Railway = "railway",
        /// A road or track.
        Road = "road",
        /// A sea lane.
        Sea = "sea",
    }
}

kinds! {
    /// What sort of source.
    SourceKind {
        /// A newspaper article.
        Newspaper = "newspaper",
        /// A scholarly article.
        Article = "article",
        /// A book.
        Book = "book",
        /// Memoirs.
        Memoir = "memoir",
        /// A military order.
        Order = "order",
        /// An archival document.
        Archive = "archive",
        /// A speech.
        Speech = "speech",
        /// A telegram or letter.
        Correspondence = "correspondence",
    }
}

kinds! {
    /// How one event stands to another.
    RelationKind {
        /// What happened, to what had been planned.
        Fulfils = "fulfils",
        /// A part, to the whole.
        PartOf = "part-of",
        /// An answer, to what it answers.
        Answers = "answers",
        /// An effect, to its cause.
        CausedBy = "caused-by",
        /// A statement, to one that cannot be true beside it.
        Contradicts = "contradicts",
    }
}

kinds! {
    /// What a number counts.
    CountKind {
        /// Soldiers of any arm.
        Soldiers = "soldiers",
        /// Mounted soldiers.
        Cavalry = "cavalry",
        /// Guns.
        Guns = "guns",
        /// Machine guns.
        MachineGuns = "machine-guns",
        /// Rifles.
        Rifles = "rifles",
        /// Armoured trains.
        ArmouredTrains = "armoured-trains",
        /// Armoured cars.
        ArmouredCars = "armoured-cars",
        /// Aircraft.
        Aircraft = "aircraft",
        /// Ships.
        Ships = "ships",
        /// Companies.
        Companies = "companies",
        /// Regiments.
        Regiments = "regiments",
        /// Divisions.
        Divisions = "divisions",
        /// Prisoners.
        Prisoners = "prisoners",
        /// Dead.
        Dead = "dead",
        /// Wounded.
        Wounded = "wounded",
        /// Arrested.
        Arrested = "arrested",
        /// Executed.
        Executed = "executed",
        /// Refugees.
        Refugees = "refugees",
        /// Members or delegates.
        Members = "members",
        /// Villages.
        Villages = "villages",
        /// Occurrences.
        Times = "times",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Days.
        Days = "days",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
        /// Kilometres.
        Kilometres = "kilometres",
        /// Officers.
        Officers = "officers",
        /// Battalions.
        Battalions = "battalions",
        /// Cavalry squadrons.
        Squadrons = "squadrons",
        /// Batteries.
        Batteries = "batteries",
        /// Detachments or armed groups.
        Detachments = "detachments",
        /// Mounted soldiers as a staff counts them.
        Swords = "swords",
        /// Bombs.
        Bombs = "bombs",
        /// Cartridges or shells.
        Rounds = "rounds",
        /// Horses.
        Horses = "horses",
        /// Railway wagons.
        Wagons = "wagons",
        /// Locomotives.
        Locomotives = "locomotives",
        /// Barges.
        Barges = "barges",
        /// Factories or works.
        Factories = "factories",
        /// Civilians.
        Civilians = "civilians",
        /// Inhabitants.
        Inhabitants = "inhabitants",
        /// Houses.
        Houses = "houses",
        /// Missing.
        Missing = "missing",
        /// Dead, wounded and prisoners together, or not told apart.
        Losses = "losses",
        /// Hostages.
        Hostages = "hostages",
        /// Seats in a body.
        Seats = "seats",
        /// Votes.
        Votes = "votes",
        /// Telegrams or letters.
        Telegrams = "telegrams",
        /// Clauses of a demand or treaty.
        Points = "points",
        /// Weeks.
        Weeks = "weeks",
        /// Square kilometres.
        SquareKilometres = "square-kilometres",
        /// Poods, of 16.38 kg.
        Poods = "poods",
        /// Tonnes.
        Tonnes = "tonnes",
        /// Roubles.
        Roubles = "roubles",
        /// Per cent.
        Percent = "percent",
    }
}

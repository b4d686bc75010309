//! Lists of actions, and the state they lead to.

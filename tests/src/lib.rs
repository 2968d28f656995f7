//! What the tests of the whole house share: its sources as text, the commands, the program as a process, the real window.

pub mod asked;
pub mod desk;
pub mod evaluated;
pub mod filled;
pub mod hand;
pub mod handed_in;
pub mod hostile;
pub mod judged;
pub mod measure;
pub mod office;
pub mod program;
pub mod screens;
pub mod seed;
pub mod sheets;
pub mod source;
pub mod webdriver;
pub mod window;
pub mod words;

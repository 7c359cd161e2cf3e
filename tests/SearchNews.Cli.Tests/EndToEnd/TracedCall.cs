namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>A system call on a file of the index folder.</summary>
/// <param name="Name">Its name, such as <c>fsync</c>.</param>
/// <param name="Number">1-based: the how-manieth of its name that its thread makes on these files.</param>
internal readonly record struct TracedCall(string Name, int Number);

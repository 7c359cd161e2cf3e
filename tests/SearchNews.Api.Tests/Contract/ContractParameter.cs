namespace SearchNews.Api.Tests.Contract;

/// <summary>A parameter of a search.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Good">Values that are taken.</param>
/// <param name="Bad">Values that are a 400.</param>
/// <param name="Repeats">True when it may be given more than once.</param>
internal sealed record ContractParameter(string Name, IReadOnlyList<string> Good, IReadOnlyList<string> Bad, bool Repeats = false);

namespace SearchNews.Api.Admin;

/// <summary>What a rollback did.</summary>
/// <param name="Generation">The generation that is live now.</param>
public sealed record RollbackResponse(string Generation);

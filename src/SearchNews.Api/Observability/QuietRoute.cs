namespace SearchNews.Api.Observability;

/// <summary>Marks a route that machines ask every few seconds; its requests are logged at debug level unless they fail.</summary>
internal sealed class QuietRoute;

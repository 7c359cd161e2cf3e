namespace SearchNews.Api.Security;

/// <summary>Marks a route that wants the admin key.</summary>
internal sealed class AdminRoute;

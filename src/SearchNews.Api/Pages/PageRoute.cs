namespace SearchNews.Api.Pages;

/// <summary>Marks a route whose answers are pages, so that its errors are pages too.</summary>
internal sealed class PageRoute;

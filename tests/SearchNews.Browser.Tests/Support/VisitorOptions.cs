using Microsoft.Playwright;

namespace SearchNews.Browser.Tests;

/// <summary>What is particular about a visitor.</summary>
internal sealed record VisitorOptions
{
    /// <summary>Width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height of the window in CSS pixels.</summary>
    public int Height { get; init; } = 900;

    /// <summary>What the system of the visitor prefers.</summary>
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    /// <summary>False for a browser that runs no script.</summary>
    public bool Scripts { get; init; } = true;

    /// <summary>False for a browser in which no image can be loaded.</summary>
    public bool Images { get; init; } = true;
}

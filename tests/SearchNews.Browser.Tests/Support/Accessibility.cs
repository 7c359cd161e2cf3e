using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SearchNews.Browser.Tests;

/// <summary>Puts axe-core's rules to a page.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Where a rule of WCAG 2.2 A or AA, or one of axe's best practices, is broken.</summary>
    public static Task<string[]> FaultsAsync(Visitor visitor) => FaultsAsync(visitor, Options);

    /// <summary>Where a rule about colours is broken.</summary>
    public static Task<string[]> ColourFaultsAsync(Visitor visitor) => FaultsAsync(visitor, Colours);

    private static async Task<string[]> FaultsAsync(Visitor visitor, AxeRunOptions options)
    {
        AxeResult result = await visitor.Page.RunAxe(options);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}\n  {n.Html}\n  {n.Target}\n  {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"))];
    }
}

using Microsoft.Playwright;

namespace SearchNews.Browser.Tests;

/// <summary>Waits for what a visitor would wait for.</summary>
internal static class Until
{
    /// <summary>Until no answer of the service has been outstanding for half a second.</summary>
    public static Task SettledAsync(Visitor visitor) => visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    /// <summary>Until a function of the page is true.</summary>
    public static Task TrueAsync(Visitor visitor, string script, object? argument = null) => visitor.Page.WaitForFunctionAsync(script, argument);

    /// <summary>Until the address has this parameter with this value; null for none.</summary>
    public static Task AddressAsync(Visitor visitor, string name, string? value) =>
        TrueAsync(visitor, "([name, value]) => new URLSearchParams(location.search).get(name) === value", new[] { name, value });

    /// <summary>Until the count of results contains a text.</summary>
    public static Task CountAsync(Visitor visitor, string text) => visitor.Page.Locator("#count", new PageLocatorOptions { HasTextString = text }).WaitForAsync();
}

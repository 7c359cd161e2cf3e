namespace SearchNews.Articles.Binding;

/// <summary>
/// Addresses that may become links on a page: http or https only, so that no `javascript:` comes from an article. What follows the
/// host is taken as it is, for real articles have blanks and typographic quotes there.
/// </summary>
internal static class AddressValue
{
    /// <summary>Whether trimmed text is an absolute http or https address with a host and without control characters.</summary>
    public static bool IsWebAddress(ReadOnlySpan<char> text)
    {
        int host = PrefixLength(text);
        if (host == 0 || host == text.Length || !(char.IsLetterOrDigit(text[host]) || text[host] == '[' || char.IsSurrogate(text[host])))
            return false;
        return !text.ContainsAnyInRange('\0', '\u001F') && !text.ContainsAnyInRange('\u007F', '\u009F');
    }

    private static int PrefixLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return "https://".Length;
        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length : 0;
    }
}

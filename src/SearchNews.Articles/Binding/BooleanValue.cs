namespace SearchNews.Articles.Binding;

/// <summary>
/// Booleans in front matter: true and false, and what YAML 1.1 tools also write for them (yes, no, on, off), in any case,
/// quoted or not.
/// </summary>
internal static class BooleanValue
{
    /// <summary>False when the text is none of the words.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        text = text.Trim();
        value = Is(text, "true") || Is(text, "yes") || Is(text, "on");
        return value || Is(text, "false") || Is(text, "no") || Is(text, "off");
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

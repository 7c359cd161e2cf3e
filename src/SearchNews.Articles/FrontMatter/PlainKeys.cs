namespace SearchNews.Articles.FrontMatter;

/// <summary>Keys that articles are known to have, so that the same few words are not made anew for every line.</summary>
internal static class PlainKeys
{
    /// <summary>The key as a string.</summary>
    public static string Get(ReadOnlySpan<char> key) => key switch
    {
        "ampWebUrl" => "ampWebUrl",
        "category" => "category",
        "cdnAmpWebUrl" => "cdnAmpWebUrl",
        "domain" => "domain",
        "excerpt" => "excerpt",
        "heat" => "heat",
        "height" => "height",
        "images" => "images",
        "isCached" => "isCached",
        "name" => "name",
        "originalUrl" => "originalUrl",
        "provider" => "provider",
        "published" => "published",
        "publishedDateTime" => "publishedDateTime",
        "quality" => "quality",
        "related" => "related",
        "removed" => "removed",
        "secured" => "secured",
        "title" => "title",
        "topics" => "topics",
        "type" => "type",
        "updatedDateTime" => "updatedDateTime",
        "url" => "url",
        "webUrl" => "webUrl",
        "width" => "width",
        _ => key.ToString(),
    };
}

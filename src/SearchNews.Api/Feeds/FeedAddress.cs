namespace SearchNews.Api.Feeds;

/// <summary>Addresses for feeds: absolute, http or https, in ASCII. Readers make links of them.</summary>
internal static class FeedAddress
{
    /// <summary>The address in the spelling of RFC 3986, or null when it is none that a reader should open.</summary>
    public static string? Of(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)) return null;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return null;
        try
        {
            if (!uri.UserInfo.All(char.IsAscii)) return null;
            string ascii = uri.Host.All(char.IsAscii) ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
            return WithoutLooseEnds(ascii);
        }
        catch (UriFormatException)
        {
            // A host that has no name in ASCII.
            return null;
        }
    }

    /// <summary>Escapes what .NET leaves as it is and RFC 3986 does not know: brackets that are no host's, and a second <c>#</c>.</summary>
    private static string WithoutLooseEnds(string address)
    {
        int afterHost = address.IndexOf('/', address.IndexOf("://", StringComparison.Ordinal) + 3);
        string rest = address[afterHost..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        int fragment = rest.IndexOf('#', StringComparison.Ordinal) + 1;
        return address[..afterHost] + rest[..fragment] + (fragment == 0 ? rest : rest[fragment..].Replace("#", "%23", StringComparison.Ordinal));
    }

    /// <summary>The media type that the ending of an image's address stands for, or null.</summary>
    public static string? ImageTypeOf(string address) => Path.GetExtension(new Uri(address).AbsolutePath).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}

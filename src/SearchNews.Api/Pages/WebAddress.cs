namespace SearchNews.Api.Pages;

/// <summary>Addresses that articles bring along. Only those of the web become links or images; <c>javascript:</c> and its like never do.</summary>
internal static class WebAddress
{
    /// <summary>The address in its normal form, or null when it is not an absolute http or https one.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;
}

namespace SearchNews.Api.Pages.Markup;

/// <summary>An attribute without a value, such as <c>checked</c>, with the space before it; or nothing.</summary>
internal sealed class Flag : IHtml
{
    public static readonly Flag Checked = new(" checked");
    public static readonly Flag Selected = new(" selected");
    public static readonly Flag CurrentPage = new(" aria-current=\"page\"");

    public static readonly Flag CurrentTrue = new(" aria-current=\"true\"");

    private readonly string _markup;

    private Flag(string markup) => _markup = markup;

    /// <summary>The attribute when it applies.</summary>
    public Flag? When(bool applies) => applies ? this : null;

    public void WriteTo(HtmlWriter html) => html.Markup(_markup);
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>A labelled list of values to choose one from, of the search form.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Label">What is chosen.</param>
/// <param name="Chosen">The value that is chosen; blank for the default.</param>
/// <param name="Options">Values and the words for them; a blank value is the default.</param>
internal sealed record Choice(string Name, string Label, string? Chosen, IEnumerable<(string Value, string Words)> Options) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <span class="choice"><label for="{Name}">{Label}</label>
        <select id="{Name}" name="{Name}" form="{SearchBox.FormId}">{Options.Select(o => new ChoiceOption(o.Value, o.Words, o.Value == (Chosen ?? "")))}</select></span>

        """);
}

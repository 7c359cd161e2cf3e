namespace SearchNews.Api.Pages.Markup;

/// <summary>A part of a page that writes itself. Parts are the only thing that a template takes without encoding it.</summary>
internal interface IHtml
{
    void WriteTo(HtmlWriter html);
}

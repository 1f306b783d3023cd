"""The map of the dashboard beside a plain pydeck page and a plain plotly choropleth of the same shapes and values."""
